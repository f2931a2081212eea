import { graphql } from '@/gql';

/** All that a guest sees of an action. */
graphql(`
  fragment GuestAction on GuestAction {
    id
    reference
    title
    kind
    state
    version
    language
    sessionEndsAt
    agencyName
    leadAgencyName
    role
    window {
      ...ActionWindowText
    }
    sites {
      kind
      country
      divisionCode
      address
      latitude
      longitude
    }
    riskNotes
    riskNotesWithheld
    contactName
    contactEmail
    tasks {
      title
      dueAt
      doneAt
    }
    attendance
    attendanceNote
    attendanceAt
    attendanceVersion
    mayAnswerAttendance
    allowedReports
  }
`);

export const GuestActionQuery = graphql(`
  query GuestAction {
    guestAction {
      ...GuestAction
    }
  }
`);

export const AnswerGuestAttendance = graphql(`
  mutation AnswerGuestAttendance($input: AnswerGuestAttendanceInput!) {
    answerGuestAttendance(input: $input) {
      action {
        ...GuestAction
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const ReportGuestAction = graphql(`
  mutation ReportGuestAction($input: ReportGuestActionInput!) {
    reportGuestAction(input: $input) {
      action {
        ...GuestAction
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
