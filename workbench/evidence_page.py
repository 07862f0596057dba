"""Write `docs/evidence.md` anew from the entries: run by the project's own Python."""

from innervate.coach.evidence import as_markdown
from workbench.places import ROOT

if __name__ == "__main__":
    (ROOT / "docs" / "evidence.md").write_text(as_markdown() + "\n", encoding="utf-8")
