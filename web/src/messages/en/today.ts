/** The words of the screens under screens/today. */
export const today = {
  'today.title': 'Today',
  'today.continue': 'Continue',
  'today.open': 'Session under way',
  'today.openSince': 'Started {when}',
  'today.setsDone': { one: '{n} set logged', other: '{n} sets logged' },
  'today.repeat': 'Repeat a session',
  'today.startEmpty': 'Start an empty session',
  'today.startAnother': 'Start another session',
  'today.lastDone': 'Last done {when}',
  'today.more': 'All sessions',
  'today.exercises': 'All exercises',
  'today.lastSession': 'Last session {when}',
  'today.thisWeek': 'This week',
  'today.lastWeek': 'Last week',
  'today.weekSets': { one: '{n} set', other: '{n} sets' },
  'today.weekNone': 'No sets yet this week.',
  'today.firstHeading': 'Your log is empty',
  'today.firstText':
    'Bring your history from Hevy or Strong, or start with the session you are about to train.',
  'today.firstImport': 'Import your history',
  'today.firstStart': 'Start your first session',
  'today.synced': 'Everything is synced',
  'today.unsynced': { one: '{n} change on this phone only', other: '{n} changes on this phone only' },
  'today.arriving': 'Your log is arriving',
  'today.arrivingText':
    'Past sessions can be repeated once all of it is here. You can train now; every set is kept.',
  'today.heldUp': 'Part of your log is not here yet',
  'today.heldUpText':
    'The rest comes as soon as the server answers. You can train now; every set is kept.',
  'today.unnamed': 'Session',
  'today.startProblem': 'The session could not be started. {reason}',
} as const;
