/** Die Wörter der Seite Heute. */
export const today = {
  'today.title': 'Heute',
  'today.continue': 'Weitermachen',
  'today.open': 'Laufendes Training',
  'today.openSince': 'Begonnen {when}',
  'today.setsDone': { one: '{n} Satz eingetragen', other: '{n} Sätze eingetragen' },
  'today.repeat': 'Ein Training wiederholen',
  'today.startEmpty': 'Leeres Training beginnen',
  'today.startAnother': 'Ein weiteres Training beginnen',
  'today.lastDone': 'Zuletzt {when}',
  'today.more': 'Alle Trainings',
  'today.exercises': 'Alle Übungen',
  'today.lastSession': 'Letztes Training {when}',
  'today.thisWeek': 'Diese Woche',
  'today.lastWeek': 'Letzte Woche',
  'today.weekSets': { one: '{n} Satz', other: '{n} Sätze' },
  'today.weekNone': 'Diese Woche noch keine Sätze.',
  'today.firstHeading': 'Dein Log ist leer',
  'today.firstText':
    'Hol deinen Verlauf aus Hevy oder Strong, oder beginne mit dem Training, das jetzt ansteht.',
  'today.firstImport': 'Verlauf importieren',
  'today.firstStart': 'Erstes Training beginnen',
  'today.synced': 'Alles abgeglichen',
  'today.unsynced': { one: '{n} Änderung nur auf diesem Handy', other: '{n} Änderungen nur auf diesem Handy' },
  'today.arriving': 'Dein Log kommt an',
  'today.arrivingText':
    'Frühere Trainings lassen sich wiederholen, sobald alles hier ist. Trainieren kannst du jetzt schon; jeder Satz bleibt.',
  'today.heldUp': 'Ein Teil deines Logs ist noch nicht hier',
  'today.heldUpText':
    'Der Rest kommt, sobald der Server antwortet. Trainieren kannst du jetzt schon; jeder Satz bleibt.',
  'today.unnamed': 'Training',
  'today.startProblem': 'Das Training konnte nicht beginnen. {reason}',
};
