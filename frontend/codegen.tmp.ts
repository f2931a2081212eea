import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types come from the committed contract, never from a running server, so that drift is a diff. */
const config: CodegenConfig = {
  schema: '/tmp/adm/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  ignoreNoDocuments: true,
  // Enum values keep the order of the contract, which is the order people think in.
  config: { sort: false },
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsConst: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', Decimal: 'string' },
        skipTypename: true,
      },
    },
  },
};

export default config;
