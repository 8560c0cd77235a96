import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  { files: ['**/*.{js,ts}'], extends: [eslint.configs.recommended] },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly', URL: 'readonly' } } },
  { files: ['src/console/assets/*.js'], languageOptions: { globals: { document: 'readonly', HTMLElement: 'readonly', addEventListener: 'readonly' } } },
  { files: ['**/*.ts'], extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked] },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: ['.config/tsconfig.check.json'], tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `!` is forbidden in src: `as string` after an index that was just checked at least names the type.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Numbers in a message are wanted as they are; everything else must be turned into words on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: false }],
      // Code points are what Chinese text is counted in here; graphemes are counted where a limit is Telegram's.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-restricted-syntax': ['error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read in src/config.ts only, where each key is checked and documented.' }],
      'no-restricted-imports': ['error', { paths: [
        { name: 'process', message: 'Use the global process: the rule about process.env sees only that.' },
        { name: 'node:process', message: 'Use the global process: the rule about process.env sees only that.' }] }],
      'no-console': 'error',
      'max-lines': ['error', { max: 200 }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-console': 'off',
      // Tests hand whole environments to child processes and index into values they have just asserted.
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
