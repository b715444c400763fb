import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Who may import whom (docs/architecture.md): routes → domain, ui, server, access; domain → access; ui → nothing of ours.

const RULE = '@typescript-eslint/no-restricted-imports';
const never = (regex, message) => ({ regex, message });
const typesOnly = (regex, message) => ({ regex, message, allowTypeImports: true });

const OWN_FOLDER = [
  never('^\\.\\.(/|$)', 'D’un dossier à l’autre, écrire ~/…'),
  never('^\\./.*/', 'Vers un sous-dossier, écrire ~/…'),
];
const ONLY_DOOR = {
  regex: '^#prisma$|prisma/generated',
  importNames: ['PrismaClient'],
  allowTypeImports: true,
  message: 'La base s’ouvre par asActor ou asSystem (~/server/db.server).',
};
const NO_PRISMA = typesOnly('^#prisma$|prisma/generated', 'Ici, de Prisma, seulement des types.');
const NO_SERVER_FILE = typesOnly('\\.server$', 'Un fichier sans « .server » est pur : il n’importe pas la base.');
const NO_SCREEN = never('^(react|react-dom|@remix-run|react-aria-components|lucide-react)(/|$)', 'Une règle ne connaît ni l’écran ni HTTP.');
const NO_NETWORK = never('^(node:)?(http|https|http2|net|tls|dns|express|undici)(/|$)|^nodemailer', 'Une règle ne parle pas au réseau : ctx.emit, puis une tâche.');

/** One block a folder: a later block replaces an earlier one for the same file, so each says everything. */
const layer = (files, patterns, more = {}) => ({
  files: [files].flat(),
  ...more,
  rules: { [RULE]: ['error', { patterns }], ...more.rules },
});
const NO_EMAILS = never('^#emails/', 'Les courriels sont l’affaire des tâches (app/jobs).');
const not = (layers, message) => never(`^~/(${layers})(/|$)`, message);
const DOMAIN = [...OWN_FOLDER, NO_SCREEN, NO_NETWORK, NO_EMAILS, not('routes|server|ui|adapters|jobs|root|paths', 'domain n’importe que access et d’autres domaines.')];

const noConditionalTests = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(skip|only|todo|fixme|skipIf|runIf|fails)$/]',
      message: 'Un test est là et il passe, ou il n’est pas là.',
    },
    { selector: "MemberExpression[object.property.name='describe'][property.name=/^(skip|only|fixme)$/]", message: 'Un test est là et il passe, ou il n’est pas là.' },
  ],
};

const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split('/').at(-1) ?? '';
      if (/(^|[-.])(utils?|helpers?|services?|managers?|misc)([-.]|$)/.test(name)) context.report({ node, message: `« ${name} » est une catégorie : nommez ce que fait le fichier.` });
    },
  }),
};

const NODE_GLOBALS = 'AbortController AbortSignal Buffer URL URLSearchParams WebAssembly clearInterval clearTimeout console crypto fetch globalThis performance process setImmediate setInterval setTimeout structuredClone TextDecoder TextEncoder';

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'var/', 'prisma/generated/', 'test-results/', 'playwright-report/', 'public/', '.cache/'] },
  tseslint.configs.recommended,
  {
    plugins: { house: { rules: { 'file-name': fileName } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/file-name': 'error',
      'max-lines': ['error', { max: 350 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['**/*.tsx', 'app/ui/**/*.ts'],
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, 'react-hooks': reactHooks },
    languageOptions: jsxA11y.flatConfigs.recommended.languageOptions,
    rules: { ...jsxA11y.flatConfigs.recommended.rules, 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  layer('app/**/*.{ts,tsx}', [...OWN_FOLDER, ONLY_DOOR], { rules: { 'no-console': 'error' } }),
  layer('app/routes/**/*.{ts,tsx}', [...OWN_FOLDER, NO_PRISMA, NO_EMAILS, not('adapters|jobs', 'Une route appelle le domaine ; les adaptateurs servent aux tâches.')]),
  layer('app/ui/**/*.{ts,tsx}', [...OWN_FOLDER, NO_PRISMA, never('^~/(?!ui/)|^#', 'ui ne connaît rien de nos métiers : passez-lui des propriétés.')]),
  layer('app/access/**/*.ts', [...OWN_FOLDER, NO_SCREEN, NO_NETWORK, NO_PRISMA, not('routes|server|ui|adapters|jobs', 'access ne dépend que du domaine.')]),
  layer('app/domain/**/*.ts', [...DOMAIN, ONLY_DOOR], {
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Une règle ne lit pas l’environnement.' }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Une règle ne parle pas au réseau : ctx.emit, puis une tâche.' }],
    },
  }),
  layer('app/domain/**/*.ts', [...DOMAIN, NO_PRISMA, NO_SERVER_FILE], { ignores: ['**/*.server.ts', '**/*.test.ts'] }),
  layer('app/adapters/**/*.ts', [...OWN_FOLDER, NO_SCREEN, NO_PRISMA, not('routes|ui|jobs', 'Un adaptateur ne connaît ni les écrans ni les tâches.')]),
  layer('app/jobs/**/*.ts', [...OWN_FOLDER, NO_SCREEN, ONLY_DOOR, not('routes|ui', 'Une tâche ne connaît pas les écrans.')]),
  layer('app/server/**/*.{ts,tsx}', [...OWN_FOLDER, ONLY_DOOR, not('routes|ui', 'Le cadre ne connaît pas les écrans.')]),
  layer('app/server/db*.server.ts', [...OWN_FOLDER, not('routes|ui|jobs', 'Le cadre ne connaît pas les écrans.')]),
  layer(['emails/**/*.{ts,tsx}', 'search/**/*.ts'], [typesOnly('^~/|/app/', 'emails et search ne prennent du domaine que des types.'), NO_PRISMA]),
  layer(['prisma/seed/**/*.ts', 'scripts/**/*.ts'], [ONLY_DOOR]),
  { files: ['app/server/log.server.ts', 'app/server/main.ts', 'app/jobs/worker.ts'], rules: { 'no-console': 'off' } },

  { files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'], rules: noConditionalTests },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.split(' ').map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
);
