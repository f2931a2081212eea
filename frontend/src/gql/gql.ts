/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AnswerDeliveryDocument,
    "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n      }\n    }\n  }\n": typeof types.InboxDetailDocument,
    "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n": typeof types.DeliveryClockFragmentDoc,
    "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.DeliveryFragmentDoc,
    "\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ViewDeliveryDocument,
    "\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AcknowledgeDeliveryDocument,
    "\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n": typeof types.DeliveryByIdDocument,
    "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n      owner {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.InboxDocument,
    "\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AnswerInfoRequestDocument,
    "\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SettleExpiredDeliveryDocument,
    "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.TriageQueueDocument,
    "\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SubmitLeadDocument,
    "\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n": typeof types.LeadActivityFeedDocument,
    "\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n": typeof types.LeadDeliveriesFragmentDoc,
    "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n": typeof types.LeadFactsFragmentDoc,
    "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n": typeof types.LeadItemsFragmentDoc,
    "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.LeadListDocument,
    "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadTimeline\n  }\n": typeof types.LeadPageDocument,
    "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n": typeof types.LeadQuestionsFragmentDoc,
    "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdAt\n    version\n  }\n": typeof types.LeadRowFragmentDoc,
    "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    comment {\n      id\n      body\n      audience\n    }\n  }\n": typeof types.LeadTimelineFragmentDoc,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AddCommentDocument,
    "\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n": typeof types.LeadWarningsFragmentDoc,
    "\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateLeadDocument,
    "\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.OrganizationDirectoryDocument,
    "\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.PersonDirectoryDocument,
    "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.BrandDirectoryDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateSettingsDocument,
    "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n": typeof types.InboxCountDocument,
    "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ChooseLanguageDocument,
    "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n": typeof types.PingDocument,
    "\n  query PaletteLeads($search: String!) {\n    leads(first: 6, filter: { search: $search }) {\n      nodes {\n        id\n        reference\n        title\n      }\n    }\n  }\n": typeof types.PaletteLeadsDocument,
    "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      version\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n": typeof types.AudienceFragmentDoc,
    "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RejectLeadDocument,
    "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ChangeLeadTlpDocument,
    "\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ReopenLeadDocument,
    "\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ResolveLeadDocument,
    "\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RetractLeadDocument,
    "\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ShareLeadDocument,
    "\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n": typeof types.PreviewAudienceDocument,
    "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.TriageLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateLeadDocument,
};
const documents: Documents = {
    "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AnswerDeliveryDocument,
    "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n      }\n    }\n  }\n": types.InboxDetailDocument,
    "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n": types.DeliveryClockFragmentDoc,
    "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n": types.DeliveryFragmentDoc,
    "\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ViewDeliveryDocument,
    "\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AcknowledgeDeliveryDocument,
    "\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n": types.DeliveryByIdDocument,
    "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n      owner {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.InboxDocument,
    "\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AnswerInfoRequestDocument,
    "\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SettleExpiredDeliveryDocument,
    "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.TriageQueueDocument,
    "\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SubmitLeadDocument,
    "\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n": types.LeadActivityFeedDocument,
    "\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n": types.LeadDeliveriesFragmentDoc,
    "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n": types.LeadFactsFragmentDoc,
    "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n": types.LeadItemsFragmentDoc,
    "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.LeadListDocument,
    "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadTimeline\n  }\n": types.LeadPageDocument,
    "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n": types.LeadQuestionsFragmentDoc,
    "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdAt\n    version\n  }\n": types.LeadRowFragmentDoc,
    "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    comment {\n      id\n      body\n      audience\n    }\n  }\n": types.LeadTimelineFragmentDoc,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AddCommentDocument,
    "\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n": types.LeadWarningsFragmentDoc,
    "\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateLeadDocument,
    "\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.OrganizationDirectoryDocument,
    "\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.PersonDirectoryDocument,
    "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.BrandDirectoryDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateSettingsDocument,
    "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n": types.InboxCountDocument,
    "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ChooseLanguageDocument,
    "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n": types.PingDocument,
    "\n  query PaletteLeads($search: String!) {\n    leads(first: 6, filter: { search: $search }) {\n      nodes {\n        id\n        reference\n        title\n      }\n    }\n  }\n": types.PaletteLeadsDocument,
    "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      version\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n": types.AudienceFragmentDoc,
    "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RejectLeadDocument,
    "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ChangeLeadTlpDocument,
    "\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ReopenLeadDocument,
    "\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ResolveLeadDocument,
    "\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RetractLeadDocument,
    "\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ShareLeadDocument,
    "\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n": types.PreviewAudienceDocument,
    "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.TriageLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateLeadDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n"): (typeof documents)["\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n"): (typeof documents)["\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n      owner {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n      owner {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n"): (typeof documents)["\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n"): (typeof documents)["\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadTimeline\n  }\n"): (typeof documents)["\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadTimeline\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n"): (typeof documents)["\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdAt\n    version\n  }\n"): (typeof documents)["\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    createdAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    comment {\n      id\n      body\n      audience\n    }\n  }\n"): (typeof documents)["\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    comment {\n      id\n      body\n      audience\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n"): (typeof documents)["\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      accessToken\n      expiresIn\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteLeads($search: String!) {\n    leads(first: 6, filter: { search: $search }) {\n      nodes {\n        id\n        reference\n        title\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteLeads($search: String!) {\n    leads(first: 6, filter: { search: $search }) {\n      nodes {\n        id\n        reference\n        title\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      version\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n"): (typeof documents)["\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;