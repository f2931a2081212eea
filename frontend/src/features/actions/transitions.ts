import type { TypedDocumentNode } from '@urql/core';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment, OfflineActionStep } from '@/gql/graphql';
import type { StepVariables } from '@/ui/step-dialog';

type Payload = { action?: OfflineActionPageFragment | null; userErrors: readonly never[] };
type Step = TypedDocumentNode<Record<string, Payload>, StepVariables>;

/** Steps that need nothing but the will to take them. */
export const PLAIN = {
  SUBMIT: graphql(`
    mutation SubmitOfflineAction($input: OfflineActionTransitionInput!) {
      submitOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  PLAN: graphql(`
    mutation PlanOfflineAction($input: OfflineActionTransitionInput!) {
      planOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  APPROVE: graphql(`
    mutation ApproveOfflineAction($input: OfflineActionTransitionInput!) {
      approveOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  SCHEDULE: graphql(`
    mutation ScheduleOfflineAction($input: OfflineActionTransitionInput!) {
      scheduleOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  START: graphql(`
    mutation StartOfflineAction($input: OfflineActionTransitionInput!) {
      startOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  EXECUTE: graphql(`
    mutation ExecuteOfflineAction($input: OfflineActionTransitionInput!) {
      executeOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  SUBMIT_OUTCOME: graphql(`
    mutation SubmitOutcome($input: OfflineActionTransitionInput!) {
      submitOutcome(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  VERIFY_OUTCOME: graphql(`
    mutation VerifyOutcome($input: OfflineActionTransitionInput!) {
      verifyOutcome(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  START_FOLLOW_UP: graphql(`
    mutation StartFollowUp($input: OfflineActionTransitionInput!) {
      startFollowUp(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  CLOSE: graphql(`
    mutation CloseOfflineAction($input: OfflineActionTransitionInput!) {
      closeOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
} satisfies Partial<Record<OfflineActionStep, Step>>;

/** Steps that are taken for a reason, which the team reads. */
export const REASONED = {
  POSTPONE: graphql(`
    mutation PostponeOfflineAction($input: ReasonedOfflineActionInput!) {
      postponeOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  ABORT: graphql(`
    mutation AbortOfflineAction($input: ReasonedOfflineActionInput!) {
      abortOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  CANCEL: graphql(`
    mutation CancelOfflineAction($input: ReasonedOfflineActionInput!) {
      cancelOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  RELEASE: graphql(`
    mutation ReleaseOfflineAction($input: ReasonedOfflineActionInput!) {
      releaseOfflineAction(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  ASK_STOP: graphql(`
    mutation AskOfflineActionStop($input: ReasonedOfflineActionInput!) {
      askOfflineActionStop(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  RETURN_OUTCOME: graphql(`
    mutation ReturnOutcome($input: ReasonedOfflineActionInput!) {
      returnOutcome(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
  CORRECT_OUTCOME: graphql(`
    mutation CorrectOutcome($input: ReasonedOfflineActionInput!) {
      correctOutcome(input: $input) {
        action {
          ...OfflineActionPage
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `) as unknown as Step,
} satisfies Partial<Record<OfflineActionStep, Step>>;

export type Transition = keyof typeof PLAIN | keyof typeof REASONED;

export function isTransition(step: OfflineActionStep): step is Transition {
  return step in PLAIN || step in REASONED;
}
