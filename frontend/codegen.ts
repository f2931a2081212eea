import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

/** The preset, but for the order in which the documents happened to be read: the same sources give the same files. */
const sorted: typeof preset = {
  ...preset,
  buildGeneratesSection: (options) =>
    preset.buildGeneratesSection({
      ...options,
      documents: options.documents.toSorted((one, other) =>
        (one.location ?? '').localeCompare(other.location ?? '', 'en'),
      ),
    }),
};

/** Types come from the committed contract, never from a running server, so that drift is a diff. */
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  ignoreNoDocuments: true,
  // Enum values keep the order of the contract, which is the order people think in.
  config: { sort: false },
  generates: {
    './src/gql/': {
      preset: sorted,
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsConst: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', Decimal: 'string', JSON: 'unknown' },
        skipTypename: true,
      },
    },
  },
};

export default config;
