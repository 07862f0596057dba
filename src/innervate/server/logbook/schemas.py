"""The log on the wire, as `docs/reference/wire.md` describes it, from and to values."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from innervate.coach.evidence import Grade, Verdict
from innervate.server.logbook.details import DETAILS, details_from
from innervate.training.anatomy import Muscle, Side
from innervate.training.connection import Connection, ConnectionReport
from innervate.training.cue import Focus, Touch
from innervate.training.exercise import Counted
from innervate.training.movement import Equipment, Mechanic, Pattern
from innervate.training.own_exercise import OwnExercise
from innervate.training.preferences import DisplayUnit, Preferences, Theme
from innervate.training.session import Session
from innervate.training.sets import PerformedSet, SetKind
from innervate.training.tempo import Tempo

_FIRST_MOMENT = datetime(1900, 1, 1, tzinfo=UTC)
_LAST_MOMENT = datetime(2200, 1, 1, tzinfo=UTC)


def _without_nul(text: str) -> str:
    # PostgreSQL keeps no NUL, and nobody typed one.
    return text.replace("\x00", "")


def _in_a_lifetime(moment: datetime) -> datetime:
    if not _FIRST_MOMENT <= moment < _LAST_MOMENT:
        raise ValueError("A time lies between 1900 and 2200.")
    return moment


Stamp = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{24}$")]
ExerciseId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_a_lifetime)]
Line = Annotated[str, Field(max_length=200), AfterValidator(_without_nul)]
Note = Annotated[str, Field(max_length=4000), AfterValidator(_without_nul)]
Word = Annotated[str, Field(max_length=64), AfterValidator(_without_nul)]
Count = Annotated[int, Field(ge=0, le=100_000)]


class RowIn(BaseModel):
    """What every row has. Fields that this version does not know are passed over."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    id: UUID
    stamp: Stamp


class Tombstone(RowIn):
    """A row that was deleted."""

    kind: Literal["session", "set", "exercise", "preferences"]
    deleted: Literal[True]

    def to_value(self) -> None:
        """Nothing is left."""


class SessionBody(RowIn):
    """A session."""

    kind: Literal["session"]
    started_at: Moment
    zone: Word
    title: Line = ""
    ended_at: Moment | None = None
    note: Note = ""
    source: Word = ""

    def to_value(self) -> Session:
        """The session; raises `SetError` for one that cannot have been."""
        return Session(
            self.id, self.started_at, self.zone, self.title, self.ended_at, self.note, self.source
        )


class SetBody(RowIn):
    """A performed set."""

    kind: Literal["set"]
    session: UUID
    exercise: ExerciseId
    position: Count
    set_kind: SetKind = SetKind.WORK
    target: Muscle | None = None
    load_kg: float | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rir: float | None = None
    rpe: float | None = None
    tempo: Word | None = None
    cue: Note = ""
    focus: Focus | None = None
    touch: Touch | None = None
    connection: Connection | None = None
    drifts: Count | None = None
    felt_strongest: Muscle | None = None
    felt_0_10: int | None = None
    side: Side | None = None
    superset: Count | None = None
    note: Note = ""
    started_at: Moment | None = None
    ended_at: Moment | None = None

    def to_value(self) -> PerformedSet:
        """The set; raises a `ValueError` with a sentence for one that cannot have been."""
        report = ConnectionReport(self.connection, self.drifts, self.felt_strongest, self.felt_0_10)
        body = {name: getattr(self, name) for name in _SAME_IN_SET}
        tempo = Tempo.parse(self.tempo) if self.tempo else None
        return PerformedSet(kind=self.set_kind, tempo=tempo, report=report, **body)


_SAME_IN_SET = tuple(PerformedSet.__dataclass_fields__.keys() - {"kind", "tempo", "report"})


class CompensatorBody(BaseModel):
    """A muscle that takes over, and how the lifter sees or feels it."""

    muscle: Muscle
    sign: Line


class CuesBody(BaseModel):
    """Words that lead attention."""

    internal: Line = ""
    external: Line = ""
    holistic: Line = ""


class TouchBody(BaseModel):
    """Where a hand helps."""

    during: Line = ""
    before: Line = ""
    partner: Line = ""
    why_none: Line = ""


class ExerciseBody(RowIn):
    """An exercise of the lifter's own, with the fields of one in the catalogue."""

    kind: Literal["exercise"]
    name: Line
    mechanic: Mechanic | None = None
    targets: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()
    is_unilateral: bool = False
    is_bodyweight: bool = False
    merged_into: ExerciseId | None = None
    pattern: Pattern | None = None
    equipment: tuple[Equipment, ...] = ()
    compensators: Annotated[tuple[CompensatorBody, ...], Field(max_length=20)] = ()
    cues: CuesBody | None = None
    touch: TouchBody | None = None
    tempo: Word | None = None
    rep_range: tuple[Count, Count] | None = None
    load_step_kg: Annotated[float, Field(le=1_000)] | None = None
    counted_in: Counted = Counted.REPS
    is_assisted: bool = False

    def to_value(self) -> OwnExercise:
        """The exercise; raises `ExerciseError` for one that contradicts itself."""
        return OwnExercise(
            id=str(self.id),
            name=self.name,
            mechanic=self.mechanic,
            targets=tuple(dict.fromkeys(self.targets)),
            secondary=tuple(dict.fromkeys(self.secondary)),
            is_unilateral=self.is_unilateral,
            is_bodyweight=self.is_bodyweight,
            merged_into=self.merged_into,
            **details_from(self.model_dump(include=set(DETAILS), exclude_unset=True)),
        )


class PreferencesBody(RowIn):
    """The lifter's choices."""

    kind: Literal["preferences"]
    unit: DisplayUnit = DisplayUnit.KG
    rest_s: float = 120.0
    theme: Theme = Theme.SYSTEM
    locale: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{2,16}$")] = "en"
    body_prompts: bool = True
    zone: Word = ""

    def to_value(self) -> Preferences:
        """The choices; raises `PreferencesError` or `SetError` for one that does not exist."""
        return Preferences(
            self.unit, self.rest_s, self.theme, self.locale, self.body_prompts, self.zone
        )


def _kind_of(row: Any) -> str | None:
    if isinstance(row, dict):
        return "deleted" if "deleted" in row else row.get("kind")
    return "deleted" if isinstance(row, Tombstone) else getattr(row, "kind", None)


Row = Annotated[
    Annotated[SessionBody, Tag("session")]
    | Annotated[SetBody, Tag("set")]
    | Annotated[ExerciseBody, Tag("exercise")]
    | Annotated[PreferencesBody, Tag("preferences")]
    | Annotated[Tombstone, Tag("deleted")],
    Discriminator(
        _kind_of,
        custom_error_type="row",
        custom_error_message="This is no kind of row that the server knows",
    ),
]
"""Any row of the wire."""


class WeeksOut(Schema):
    """Sets and volume per muscle and week; the columns stand in `docs/reference/wire.md`."""

    rows: list[tuple[str, Muscle, float, float, float, float, float, float]]


class MuscleOut(Schema):
    """A muscle's names, and where it is drawn."""

    id: Muscle
    name: str
    anatomical_name: str
    group: str
    views: list[str]


class CatalogueOut(Schema):
    """Everything the app ships knowing. Fields of an exercise that are empty are left out."""

    version: str
    muscles: list[MuscleOut]
    exercises: list[dict[str, Any]]


class EvidenceEntryOut(Schema):
    """One claim with its verdict, the figures behind it and their source."""

    id: str
    claim: str
    verdict: Verdict
    plain: str
    figures: str
    population: str
    load: str
    grade: Grade
    sources: list[str]
    read: str
    popular: bool


class EvidenceOut(Schema):
    """Every claim the app makes, and the popular ones it does not make."""

    version: str
    entries: list[EvidenceEntryOut]
