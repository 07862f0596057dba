/** The floors of the app: training <- api <- offline <- parts | screens; nothing imports upward. */
const floor = (name, path, forbidden) => ({
  name,
  severity: 'error',
  from: { path: `^src/${path}`, pathNot: '\\.test\\.ts$' },
  to: { path: `^src/(${forbidden})` },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    floor('training-is-pure', 'training/', '(?!training/).*'),
    floor('messages-know-words-only', 'messages/', '(?!messages/|training/).*'),
    floor('api-knows-training', 'api/', '(?!api/|training/).*'),
    floor('offline-knows-api', 'offline/', '(?!offline/|api/|training/).*'),
    floor('parts-know-no-log', 'parts/', '(?!parts/|messages/|training/|routes).*'),
    floor('screens-know-no-shell', 'screens/', 'shell/|App|main'),
    {
      name: 'screens-know-no-screens',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'only-offline-touches-the-database',
      severity: 'error',
      from: { pathNot: '^src/offline/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'tests-are-not-shipped',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '\\.test\\.ts$|/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'service-worker' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'svelte', 'types'],
      extensions: ['.ts', '.js', '.svelte'],
    },
    extraExtensionsToScan: ['.css'],
  },
};
