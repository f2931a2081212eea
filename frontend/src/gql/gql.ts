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
    "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n    auditSeal {\n      ...AuditSeal\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  query AuditActor($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AuditActorDocument,
    "\n  fragment AuditSeal on AuditSeal {\n    sealed\n    unsealed\n    head\n    checkpointAt\n    checkpointCount\n  }\n": typeof types.AuditSealFragmentDoc,
    "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    actorName\n    action\n    objectId\n    detail\n    sequence\n    hash\n  }\n": typeof types.AuditRowFragmentDoc,
    "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AnswerDeliveryDocument,
    "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n        ownerName\n      }\n    }\n  }\n": typeof types.InboxDetailDocument,
    "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n": typeof types.DeliveryClockFragmentDoc,
    "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    lead {\n      id\n      handling {\n        ...LeadHandling\n      }\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.DeliveryFragmentDoc,
    "\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ViewDeliveryDocument,
    "\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AcknowledgeDeliveryDocument,
    "\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n": typeof types.DeliveryByIdDocument,
    "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n    }\n  }\n": typeof types.InboxDocument,
    "\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AnswerInfoRequestDocument,
    "\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SettleExpiredDeliveryDocument,
    "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n    }\n  }\n": typeof types.TriageQueueDocument,
    "\n  mutation AddSharingGroupMembers($input: AddSharingGroupMembersInput!) {\n    addSharingGroupMembers(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AddSharingGroupMembersDocument,
    "\n  mutation CloseSharingGroup($input: CloseSharingGroupInput!) {\n    closeSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CloseSharingGroupDocument,
    "\n  mutation CreateSharingGroup($input: CreateSharingGroupInput!) {\n    createSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateSharingGroupDocument,
    "\n  mutation UpdateSharingGroup($input: UpdateSharingGroupInput!) {\n    updateSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateSharingGroupDocument,
    "\n  fragment GroupFacts on SharingGroup {\n    id\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    createdAt\n  }\n": typeof types.GroupFactsFragmentDoc,
    "\n  query GroupList($first: Int, $after: String, $last: Int, $before: String, $filter: SharingGroupFilter) {\n    sharingGroups(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...GroupRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.GroupListDocument,
    "\n  fragment GroupMembers on SharingGroup {\n    id\n    members {\n      ...GroupMember\n    }\n  }\n  fragment GroupMember on SharingGroupMember {\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    addedAt\n  }\n": typeof types.GroupMembersFragmentDoc,
    "\n  query GroupPage($id: ID!) {\n    sharingGroup(id: $id) {\n      ...GroupPage\n    }\n  }\n  fragment GroupPage on SharingGroup {\n    id\n    name\n    purpose\n    confidential\n    expiresAt\n    state\n    version\n    allowedActions\n    ...GroupFacts\n    ...GroupMembers\n  }\n": typeof types.GroupPageDocument,
    "\n  fragment GroupRow on SharingGroup {\n    id\n    name\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    state\n    members {\n      addedAt\n    }\n  }\n": typeof types.GroupRowFragmentDoc,
    "\n  mutation RemoveSharingGroupMember($input: RemoveSharingGroupMemberInput!) {\n    removeSharingGroupMember(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RemoveSharingGroupMemberDocument,
    "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    groups {\n      group {\n        id\n        name\n        confidential\n      }\n      personCount\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n": typeof types.AudienceFragmentDoc,
    "\n  mutation ChangeLeadHandling($input: ChangeLeadHandlingInput!) {\n    changeLeadHandling(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ChangeLeadHandlingDocument,
    "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ChangeLeadTlpDocument,
    "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RejectLeadDocument,
    "\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ReopenLeadDocument,
    "\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ResolveLeadDocument,
    "\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RetractLeadDocument,
    "\n  mutation RevokeLeadGrant($input: RevokeLeadGrantInput!) {\n    revokeLeadGrant(input: $input) {\n      lead {\n        ...LeadPage\n        audience {\n          community\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RevokeLeadGrantDocument,
    "\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ShareLeadDocument,
    "\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n": typeof types.PreviewAudienceDocument,
    "\n  query OwnGroups {\n    sharingGroups(first: 100, filter: { mine: true }) {\n      nodes {\n        id\n        name\n        confidential\n        state\n      }\n    }\n  }\n": typeof types.OwnGroupsDocument,
    "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.TriageLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateLeadDocument,
    "\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SubmitLeadDocument,
    "\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n": typeof types.LeadActivityFeedDocument,
    "\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n": typeof types.LeadDeliveriesFragmentDoc,
    "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    handling {\n      ...LeadHandling\n    }\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    sanitizedFrom {\n      ...LeadLink\n    }\n    sanitizedCopies {\n      ...LeadLink\n      tlp\n    }\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n  fragment LeadLink on Lead {\n    id\n    reference\n    title\n  }\n": typeof types.LeadFactsFragmentDoc,
    "\n  fragment LeadGrants on Lead {\n    id\n    reference\n    state\n    tlp\n    version\n    allowedActions\n    grants(first: 5) {\n      nodes {\n        ...LeadGrant\n      }\n      totalCount\n    }\n  }\n  fragment LeadGrant on LeadGrant {\n    id\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    group {\n      id\n      name\n      confidential\n    }\n    reason\n    grantedBy {\n      id\n      name\n    }\n    grantedAt\n    expiresAt\n  }\n": typeof types.LeadGrantsFragmentDoc,
    "\n  query LeadGrants($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      grants(first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...LeadGrant\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": typeof types.LeadGrantsDocument,
    "\n  query LeadCommunity($reference: String!) {\n    leadByReference(reference: $reference) {\n      id\n      audience {\n        community\n      }\n    }\n  }\n": typeof types.LeadCommunityDocument,
    "\n  fragment LeadHandling on LeadHandling {\n    permittedActions\n    affectedPartyNotification\n    attribution\n    usableUntil\n  }\n": typeof types.LeadHandlingFragmentDoc,
    "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n": typeof types.LeadItemsFragmentDoc,
    "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.LeadListDocument,
    "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadGrants\n    ...LeadSightings\n    ...LeadTimeline\n  }\n": typeof types.LeadPageDocument,
    "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n": typeof types.LeadQuestionsFragmentDoc,
    "\n  fragment LeadSightings on Lead {\n    id\n    reference\n    tlp\n    version\n    seenBy(first: 5) {\n      edges {\n        ...SightingEdge\n      }\n      totalCount\n    }\n  }\n  fragment SightingEdge on SightingEdge {\n    cursor\n    node {\n      ...Sighting\n    }\n  }\n  fragment Sighting on Sighting {\n    firstSeenAt\n    lastSeenAt\n    tlp\n    stillSees\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n  }\n": typeof types.LeadSightingsFragmentDoc,
    "\n  query LeadSightings($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      seenBy(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          ...SightingEdge\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": typeof types.LeadSightingsDocument,
    "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdAt\n    version\n  }\n": typeof types.LeadRowFragmentDoc,
    "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    reason\n    comment {\n      id\n      body\n      audience\n    }\n  }\n": typeof types.LeadTimelineFragmentDoc,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AddCommentDocument,
    "\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n": typeof types.LeadWarningsFragmentDoc,
    "\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateLeadDocument,
    "\n  query CopySource($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...CopySource\n    }\n  }\n  fragment CopySource on Lead {\n    id\n    reference\n    tlp\n    channel\n    infringementTypes\n    country\n    allowedActions\n    owner {\n      id\n      name\n      nameZh\n    }\n  }\n": typeof types.CopySourceDocument,
    "\n  mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {\n    configureSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ConfigureSingleSignOnDocument,
    "\n  mutation InviteOrganization($input: InviteOrganizationInput!) {\n    inviteOrganization(input: $input) {\n      organization {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.InviteOrganizationDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  query InvitingOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      kind\n    }\n  }\n": typeof types.InvitingOrganizationDocument,
    "\n  fragment OrganizationChange on OrganizationPayload {\n    organization {\n      ...OrganizationPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.OrganizationChangeFragmentDoc,
    "\n    mutation SubmitApplication($input: OrganizationTransitionInput!) {\n      change: submitApplication(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.SubmitApplicationDocument,
    "\n    mutation StartReview($input: OrganizationTransitionInput!) {\n      change: startReview(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.StartReviewDocument,
    "\n    mutation ApproveOrganization($input: OrganizationTransitionInput!) {\n      change: approveOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.ApproveOrganizationDocument,
    "\n    mutation SuspendOrganization($input: OrganizationTransitionInput!) {\n      change: suspendOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.SuspendOrganizationDocument,
    "\n    mutation ReinstateOrganization($input: OrganizationTransitionInput!) {\n      change: reinstateOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.ReinstateOrganizationDocument,
    "\n    mutation ExpelOrganization($input: OrganizationTransitionInput!) {\n      change: expelOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.ExpelOrganizationDocument,
    "\n    mutation WithdrawOrganization($input: OrganizationTransitionInput!) {\n      change: withdrawOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": typeof types.WithdrawOrganizationDocument,
    "\n  fragment PersonChange on PersonPayload {\n    person {\n      ...PersonRow\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.PersonChangeFragmentDoc,
    "\n    mutation SuspendUser($input: PersonTransitionInput!) {\n      change: suspendUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": typeof types.SuspendUserDocument,
    "\n    mutation ReinstateUser($input: PersonTransitionInput!) {\n      change: reinstateUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": typeof types.ReinstateUserDocument,
    "\n    mutation ResendInvitation($input: PersonTransitionInput!) {\n      change: resendInvitation(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": typeof types.ResendInvitationDocument,
    "\n    mutation ResetSecondFactor($input: PersonTransitionInput!) {\n      change: resetSecondFactor(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": typeof types.ResetSecondFactorDocument,
    "\n  mutation EnforceSingleSignOn($input: EnforceSingleSignOnInput!) {\n    enforceSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.EnforceSingleSignOnDocument,
    "\n  mutation RemoveSingleSignOn($input: RemoveSingleSignOnInput!) {\n    removeSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RemoveSingleSignOnDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization {\n        ...OrganizationPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateOrganizationDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.OrganizationDirectoryDocument,
    "\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.PersonDirectoryDocument,
    "\n  fragment OrganizationFacts on Organization {\n    id\n    name\n    nameZh\n    kind\n    industry\n    country\n    divisionCode\n    timeZone\n    language\n    joinedOn\n    createdAt\n  }\n": typeof types.OrganizationFactsFragmentDoc,
    "\n  query OrganizationList($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter) {\n    organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...OrganizationRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.OrganizationListDocument,
    "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      ...OrganizationPage\n      ...OrganizationPeople\n      ...OrganizationBrands\n      ...OrganizationPowers\n      ...OrganizationSingleSignOn\n    }\n  }\n  fragment OrganizationPage on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    version\n    allowedActions\n    ...OrganizationFacts\n  }\n": typeof types.OrganizationPageDocument,
    "\n  fragment OrganizationPeople on Organization {\n    id\n    people(first: 50) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": typeof types.OrganizationPeopleFragmentDoc,
    "\n  fragment OrganizationSingleSignOn on Organization {\n    id\n    singleSignOn {\n      issuer\n      clientId\n      domains\n      enforced\n      redirectUri\n      verifiedAt\n      version\n    }\n  }\n": typeof types.OrganizationSingleSignOnFragmentDoc,
    "\n  mutation TestSingleSignOn($input: TestSingleSignOnInput!) {\n    testSingleSignOn(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.TestSingleSignOnDocument,
    "\n  fragment OrganizationRow on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    industry\n    country\n    joinedOn\n  }\n": typeof types.OrganizationRowFragmentDoc,
    "\n  query BrandsToLimitTo($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.BrandsToLimitToDocument,
    "\n  query PersonList($first: Int, $after: String, $last: Int, $before: String, $filter: PersonFilter) {\n    people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.PersonListDocument,
    "\n  query NamedOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      nameZh\n    }\n  }\n": typeof types.NamedOrganizationDocument,
    "\n  fragment PersonRow on Person {\n    id\n    name\n    email\n    state\n    roles\n    brandScope {\n      id\n      name\n      nameZh\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n    }\n    lastSignInAt\n    version\n    allowedActions\n  }\n": typeof types.PersonRowFragmentDoc,
    "\n  fragment JobRow on Job {\n    name\n    schedule\n    lastStartedAt\n    lastFinishedAt\n    lastResult\n    lastError\n    nextAt\n    stuck\n    runs\n    failures\n  }\n": typeof types.JobRowFragmentDoc,
    "\n  query MailQueue($first: Int, $after: String, $last: Int, $before: String, $filter: MailFilter) {\n    mails(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...MailRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.MailQueueDocument,
    "\n  fragment MailRow on Mail {\n    id\n    kind\n    state\n    attempts\n    createdAt\n    nextAttemptAt\n    settledAt\n    error\n    recipient\n  }\n": typeof types.MailRowFragmentDoc,
    "\n  mutation RetryMail($input: RetryMailInput!) {\n    retryMail(input: $input) {\n      mail {\n        ...MailRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RetryMailDocument,
    "\n  query Operations {\n    operations {\n      ...Operations\n    }\n  }\n  fragment Operations on Operations {\n    version\n    startedAt\n    databaseBackend\n    database {\n      reachable\n      migrationsApplied\n      sizeBytes\n    }\n    jobs {\n      ...JobRow\n    }\n    mail {\n      queued\n      claimed\n      sentToday\n      failed\n      unknown\n      oldestQueuedAt\n      configured\n    }\n    audit {\n      entries\n      sealed\n      unsealed\n      oldestUnsealedSeconds\n      lastCheckpointAt\n    }\n    outbox {\n      waiting\n      oldestSeconds\n    }\n    openStreams\n    replicas {\n      ...ReplicaRow\n    }\n  }\n": typeof types.OperationsDocument,
    "\n  fragment ReplicaRow on Replica {\n    host\n    version\n    serves\n    works\n    startedAt\n    seenAt\n    alive\n    openStreams\n  }\n": typeof types.ReplicaRowFragmentDoc,
    "\n  fragment AuthorizedParty on AuthorizedParty {\n    id\n    kind\n    name\n    platform\n    shopId\n    territory\n    validFrom\n    validTo\n    state\n    version\n    allowedActions\n  }\n": typeof types.AuthorizedPartyFragmentDoc,
    "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.BrandDirectoryDocument,
    "\n  query BrandsOf($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.BrandsOfDocument,
    "\n  mutation AddAuthorizedParty($input: AddAuthorizedPartyInput!) {\n    addAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AddAuthorizedPartyDocument,
    "\n  mutation CreateBrand($input: CreateBrandInput!) {\n    createBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateBrandDocument,
    "\n  fragment PowerChange on PowerOfAttorneyPayload {\n    powerOfAttorney {\n      ...PowerOfAttorney\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.PowerChangeFragmentDoc,
    "\n    mutation VerifyPowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: verifyPowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  ": typeof types.VerifyPowerOfAttorneyDocument,
    "\n    mutation RevokePowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: revokePowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  ": typeof types.RevokePowerOfAttorneyDocument,
    "\n  mutation RetireBrand($input: BrandTransitionInput!) {\n    retireBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RetireBrandDocument,
    "\n  mutation RevokeAuthorizedParty($input: RevokeAuthorizedPartyInput!) {\n    revokeAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RevokeAuthorizedPartyDocument,
    "\n  mutation SubmitPowerOfAttorney($input: SubmitPowerOfAttorneyInput!) {\n    submitPowerOfAttorney(input: $input) {\n      powerOfAttorney {\n        ...PowerOfAttorney\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SubmitPowerOfAttorneyDocument,
    "\n  query PowerPartners($filter: OrganizationFilter) {\n    organizations(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.PowerPartnersDocument,
    "\n  mutation DiscardIpRight($input: IpRightTransitionInput!) {\n    discardIpRight(input: $input) {\n      discardedId\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.DiscardIpRightDocument,
    "\n  mutation InvalidateIpRight($input: InvalidateIpRightInput!) {\n    invalidateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.InvalidateIpRightDocument,
    "\n  fragment IpRightChange on IpRightPayload {\n    ipRight {\n      ...IpRightPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.IpRightChangeFragmentDoc,
    "\n    mutation TakeBackIpRight($input: IpRightTransitionInput!) {\n      change: takeBackIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": typeof types.TakeBackIpRightDocument,
    "\n    mutation VerifyIpRight($input: IpRightTransitionInput!) {\n      change: verifyIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": typeof types.VerifyIpRightDocument,
    "\n    mutation RejectIpRight($input: IpRightTransitionInput!) {\n      change: rejectIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": typeof types.RejectIpRightDocument,
    "\n    mutation DisputeIpRight($input: IpRightTransitionInput!) {\n      change: disputeIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": typeof types.DisputeIpRightDocument,
    "\n    mutation SettleIpRight($input: IpRightTransitionInput!) {\n      change: settleIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": typeof types.SettleIpRightDocument,
    "\n  mutation RenewIpRight($input: RenewIpRightInput!) {\n    renewIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RenewIpRightDocument,
    "\n  query EditIpRight($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightForm\n    }\n  }\n  fragment IpRightForm on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n    filedOn\n    inForceFrom\n    expiresOn\n    recordUrl\n    version\n    allowedActions\n  }\n": typeof types.EditIpRightDocument,
    "\n  mutation UpdateIpRight($input: UpdateIpRightInput!) {\n    updateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateIpRightDocument,
    "\n  mutation ImportIpRights($input: ImportIpRightsInput!) {\n    importIpRights(input: $input) {\n      entries {\n        ...ImportedEntry\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ImportIpRightsDocument,
    "\n  fragment ImportedEntry on ImportedIpRightEntry {\n    outcome\n    notes\n    words\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    statusText\n    ipRight {\n      id\n      title\n    }\n  }\n": typeof types.ImportedEntryFragmentDoc,
    "\n  mutation SubmitIpRight($input: IpRightTransitionInput!) {\n    submitIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SubmitIpRightDocument,
    "\n  fragment IpRightFacts on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    filedOn\n    inForceFrom\n    expiresOn\n    daysLeft\n    recordUrl\n    state\n    submittedBy {\n      id\n      name\n    }\n    submittedAt\n    verifiedBy {\n      id\n      name\n    }\n    verifiedAt\n    invalidFrom\n    createdAt\n  }\n": typeof types.IpRightFactsFragmentDoc,
    "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Organization {\n        id\n        name\n        nameZh\n      }\n      ... on Brand {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": typeof types.FilterNamesDocument,
    "\n  query IpRightForce($id: ID!, $on: Date!, $country: String) {\n    ipRight(id: $id) {\n      id\n      force(on: $on, country: $country) {\n        inForce\n        lack\n      }\n    }\n  }\n": typeof types.IpRightForceDocument,
    "\n  query IpRightList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: IpRightFilter\n    $orderBy: IpRightOrder\n  ) {\n    ipRights(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...IpRightRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": typeof types.IpRightListDocument,
    "\n  query IpRightPage($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightPage\n    }\n  }\n  fragment IpRightPage on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    expiresOn\n    renewal {\n      expiresOn\n    }\n    state\n    version\n    allowedActions\n    ...IpRightFacts\n    ...IpRightScope\n    ...IpRightWarnings\n  }\n": typeof types.IpRightPageDocument,
    "\n  fragment IpRightScope on IpRight {\n    id\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n  }\n": typeof types.IpRightScopeFragmentDoc,
    "\n  fragment IpRightRow on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    expiresOn\n    daysLeft\n    state\n    renewal {\n      expiresOn\n    }\n    version\n  }\n": typeof types.IpRightRowFragmentDoc,
    "\n  fragment IpRightWarnings on IpRight {\n    id\n    state\n    expiresOn\n    reason\n    renewal {\n      expiresOn\n      submittedBy {\n        id\n        name\n      }\n    }\n    alsoClaimedBy {\n      id\n      name\n      nameZh\n    }\n  }\n": typeof types.IpRightWarningsFragmentDoc,
    "\n  mutation CreateIpRight($input: CreateIpRightInput!) {\n    createIpRight(input: $input) {\n      ipRight {\n        id\n        title\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateIpRightDocument,
    "\n  query Principals($agent: ID!) {\n    organization(id: $agent) {\n      id\n      powersOfAttorney {\n        id\n        principal {\n          id\n          name\n          nameZh\n        }\n        allBrands\n        brands {\n          id\n        }\n        actions\n        state\n      }\n    }\n  }\n": typeof types.PrincipalsDocument,
    "\n  fragment OrganizationBrands on Organization {\n    id\n    brands(first: 100) {\n      nodes {\n        ...BrandCard\n      }\n      totalCount\n    }\n  }\n  fragment BrandCard on Brand {\n    id\n    name\n    nameZh\n    state\n    niceClasses\n    version\n    allowedActions\n    authorizedParties {\n      ...AuthorizedParty\n    }\n  }\n": typeof types.OrganizationBrandsFragmentDoc,
    "\n  fragment OrganizationPowers on Organization {\n    id\n    powersOfAttorney {\n      ...PowerOfAttorney\n    }\n  }\n  fragment PowerOfAttorney on PowerOfAttorney {\n    id\n    principal {\n      id\n      name\n      nameZh\n    }\n    agent {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    allBrands\n    actions\n    validFrom\n    validTo\n    state\n    submittedBy {\n      id\n      name\n    }\n    createdAt\n    verifiedAt\n    version\n    allowedActions\n  }\n": typeof types.OrganizationPowersFragmentDoc,
    "\n  fragment Entered on SignInPayload {\n    accessToken\n    expiresIn\n    secondFactor {\n      token\n      methods\n      passkeyOptions\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.EnteredFragmentDoc,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ...Entered\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation LinkSingleSignOn($input: LinkSingleSignOnInput!) {\n    linkSingleSignOn(input: $input) {\n      ...Entered\n    }\n  }\n": typeof types.LinkSingleSignOnDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Entered\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...Entered\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation CompleteSignIn($input: CompleteSignInInput!) {\n    completeSignIn(input: $input) {\n      ...Entered\n    }\n  }\n": typeof types.CompleteSignInDocument,
    "\n  query SignInMethods($email: String!) {\n    signInMethods(email: $email) {\n      password\n      singleSignOn {\n        url\n      }\n    }\n  }\n": typeof types.SignInMethodsDocument,
    "\n  query Account {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n  }\n  fragment Account on Account {\n    passwordSet\n    singleSignOn\n    secondFactor {\n      required\n      enrolled\n      totpSince\n      recoveryCodesLeft\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  fragment AccountChange on AccountPayload {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.AccountChangeFragmentDoc,
    "\n  fragment NewRecoveryCodes on RecoveryCodesPayload {\n    recoveryCodes\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": typeof types.NewRecoveryCodesFragmentDoc,
    "\n  mutation StartPasskey($input: PasswordInput!) {\n    startPasskey(input: $input) {\n      token\n      options\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.StartPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      viewer {\n        account {\n          ...Account\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.AddPasskeyDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: PasswordInput!) {\n    endOtherSessions(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  mutation StartTotp($input: PasswordInput!) {\n    startTotp(input: $input) {\n      secret\n      uri\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.StartTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  query OwnSessions {\n    viewer {\n      sessions(last: 50) {\n        nodes {\n          ...OwnSession\n        }\n      }\n    }\n  }\n  fragment OwnSession on Session {\n    id\n    createdAt\n    lastSeenAt\n    userAgent\n    network\n    current\n  }\n": typeof types.OwnSessionsDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation RemoveTotp($input: PasswordInput!) {\n    removeTotp(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.RemoveTotpDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation RenewRecoveryCodes($input: PasswordInput!) {\n    renewRecoveryCodes(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateSettingsDocument,
    "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.ChooseLanguageDocument,
    "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n": typeof types.InboxCountDocument,
    "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n": typeof types.PingDocument,
    "\n  query PaletteLeads($search: String!, $isReference: Boolean!) {\n    byReference: leadByReference(reference: $search) @include(if: $isReference) {\n      ...PaletteLead\n    }\n    leads(first: 6, filter: { search: $search }) @skip(if: $isReference) {\n      nodes {\n        ...PaletteLead\n      }\n    }\n  }\n  fragment PaletteLead on Lead {\n    id\n    reference\n    title\n  }\n": typeof types.PaletteLeadsDocument,
    "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    account {\n      secondFactor {\n        required\n        enrolled\n      }\n    }\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      digestWeekday\n      quietHours {\n        from\n        to\n      }\n      expiryReminders\n      version\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation RefreshSession {\n    refreshSession { accessToken expiresIn userErrors { code } }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  fragment PageEnds on PageInfo {\n    hasNextPage\n    hasPreviousPage\n    startCursor\n    endCursor\n  }\n": typeof types.PageEndsFragmentDoc,
};
const documents: Documents = {
    "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n    auditSeal {\n      ...AuditSeal\n    }\n  }\n": types.AuditLogDocument,
    "\n  query AuditActor($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id\n        name\n      }\n    }\n  }\n": types.AuditActorDocument,
    "\n  fragment AuditSeal on AuditSeal {\n    sealed\n    unsealed\n    head\n    checkpointAt\n    checkpointCount\n  }\n": types.AuditSealFragmentDoc,
    "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    actorName\n    action\n    objectId\n    detail\n    sequence\n    hash\n  }\n": types.AuditRowFragmentDoc,
    "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AnswerDeliveryDocument,
    "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n        ownerName\n      }\n    }\n  }\n": types.InboxDetailDocument,
    "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n": types.DeliveryClockFragmentDoc,
    "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    lead {\n      id\n      handling {\n        ...LeadHandling\n      }\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n": types.DeliveryFragmentDoc,
    "\n  mutation ViewDelivery($input: DeliveryTransitionInput!) {\n    viewDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ViewDeliveryDocument,
    "\n  mutation AcknowledgeDelivery($input: DeliveryTransitionInput!) {\n    acknowledgeDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AcknowledgeDeliveryDocument,
    "\n  query DeliveryById($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n    }\n  }\n": types.DeliveryByIdDocument,
    "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n    }\n  }\n": types.InboxDocument,
    "\n  mutation AnswerInfoRequest($input: AnswerInfoRequestInput!) {\n    answerInfoRequest(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AnswerInfoRequestDocument,
    "\n  mutation SettleExpiredDelivery($input: SettleExpiredDeliveryInput!) {\n    settleExpiredDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SettleExpiredDeliveryDocument,
    "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n    }\n  }\n": types.TriageQueueDocument,
    "\n  mutation AddSharingGroupMembers($input: AddSharingGroupMembersInput!) {\n    addSharingGroupMembers(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AddSharingGroupMembersDocument,
    "\n  mutation CloseSharingGroup($input: CloseSharingGroupInput!) {\n    closeSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CloseSharingGroupDocument,
    "\n  mutation CreateSharingGroup($input: CreateSharingGroupInput!) {\n    createSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateSharingGroupDocument,
    "\n  mutation UpdateSharingGroup($input: UpdateSharingGroupInput!) {\n    updateSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateSharingGroupDocument,
    "\n  fragment GroupFacts on SharingGroup {\n    id\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    createdAt\n  }\n": types.GroupFactsFragmentDoc,
    "\n  query GroupList($first: Int, $after: String, $last: Int, $before: String, $filter: SharingGroupFilter) {\n    sharingGroups(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...GroupRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.GroupListDocument,
    "\n  fragment GroupMembers on SharingGroup {\n    id\n    members {\n      ...GroupMember\n    }\n  }\n  fragment GroupMember on SharingGroupMember {\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    addedAt\n  }\n": types.GroupMembersFragmentDoc,
    "\n  query GroupPage($id: ID!) {\n    sharingGroup(id: $id) {\n      ...GroupPage\n    }\n  }\n  fragment GroupPage on SharingGroup {\n    id\n    name\n    purpose\n    confidential\n    expiresAt\n    state\n    version\n    allowedActions\n    ...GroupFacts\n    ...GroupMembers\n  }\n": types.GroupPageDocument,
    "\n  fragment GroupRow on SharingGroup {\n    id\n    name\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    state\n    members {\n      addedAt\n    }\n  }\n": types.GroupRowFragmentDoc,
    "\n  mutation RemoveSharingGroupMember($input: RemoveSharingGroupMemberInput!) {\n    removeSharingGroupMember(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RemoveSharingGroupMemberDocument,
    "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    groups {\n      group {\n        id\n        name\n        confidential\n      }\n      personCount\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n": types.AudienceFragmentDoc,
    "\n  mutation ChangeLeadHandling($input: ChangeLeadHandlingInput!) {\n    changeLeadHandling(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ChangeLeadHandlingDocument,
    "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ChangeLeadTlpDocument,
    "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RejectLeadDocument,
    "\n  mutation ReopenLead($input: ReasonedLeadInput!) {\n    reopenLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ReopenLeadDocument,
    "\n  mutation ResolveLead($input: ResolveLeadInput!) {\n    resolveLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ResolveLeadDocument,
    "\n  mutation RetractLead($input: ReasonedLeadInput!) {\n    retractLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RetractLeadDocument,
    "\n  mutation RevokeLeadGrant($input: RevokeLeadGrantInput!) {\n    revokeLeadGrant(input: $input) {\n      lead {\n        ...LeadPage\n        audience {\n          community\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RevokeLeadGrantDocument,
    "\n  mutation ShareLead($input: ShareLeadInput!) {\n    shareLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ShareLeadDocument,
    "\n  query PreviewAudience($input: PreviewAudienceInput!) {\n    previewAudience(input: $input) {\n      ...Audience\n    }\n  }\n": types.PreviewAudienceDocument,
    "\n  query OwnGroups {\n    sharingGroups(first: 100, filter: { mine: true }) {\n      nodes {\n        id\n        name\n        confidential\n        state\n      }\n    }\n  }\n": types.OwnGroupsDocument,
    "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.TriageLeadDocument,
    "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateLeadDocument,
    "\n  mutation SubmitLead($input: LeadTransitionInput!) {\n    submitLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SubmitLeadDocument,
    "\n  subscription LeadActivityFeed($leadId: ID) {\n    leadActivity(leadId: $leadId) {\n      id\n      kind\n      at\n      lead {\n        id\n        state\n        tlp\n        priority\n        version\n      }\n    }\n  }\n": types.LeadActivityFeedDocument,
    "\n  fragment LeadDeliveries on Lead {\n    id\n    deliveries {\n      ...Delivery\n    }\n  }\n": types.LeadDeliveriesFragmentDoc,
    "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    handling {\n      ...LeadHandling\n    }\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    sanitizedFrom {\n      ...LeadLink\n    }\n    sanitizedCopies {\n      ...LeadLink\n      tlp\n    }\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n  fragment LeadLink on Lead {\n    id\n    reference\n    title\n  }\n": types.LeadFactsFragmentDoc,
    "\n  fragment LeadGrants on Lead {\n    id\n    reference\n    state\n    tlp\n    version\n    allowedActions\n    grants(first: 5) {\n      nodes {\n        ...LeadGrant\n      }\n      totalCount\n    }\n  }\n  fragment LeadGrant on LeadGrant {\n    id\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    group {\n      id\n      name\n      confidential\n    }\n    reason\n    grantedBy {\n      id\n      name\n    }\n    grantedAt\n    expiresAt\n  }\n": types.LeadGrantsFragmentDoc,
    "\n  query LeadGrants($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      grants(first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...LeadGrant\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": types.LeadGrantsDocument,
    "\n  query LeadCommunity($reference: String!) {\n    leadByReference(reference: $reference) {\n      id\n      audience {\n        community\n      }\n    }\n  }\n": types.LeadCommunityDocument,
    "\n  fragment LeadHandling on LeadHandling {\n    permittedActions\n    affectedPartyNotification\n    attribution\n    usableUntil\n  }\n": types.LeadHandlingFragmentDoc,
    "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n": types.LeadItemsFragmentDoc,
    "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.LeadListDocument,
    "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadGrants\n    ...LeadSightings\n    ...LeadTimeline\n  }\n": types.LeadPageDocument,
    "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n": types.LeadQuestionsFragmentDoc,
    "\n  fragment LeadSightings on Lead {\n    id\n    reference\n    tlp\n    version\n    seenBy(first: 5) {\n      edges {\n        ...SightingEdge\n      }\n      totalCount\n    }\n  }\n  fragment SightingEdge on SightingEdge {\n    cursor\n    node {\n      ...Sighting\n    }\n  }\n  fragment Sighting on Sighting {\n    firstSeenAt\n    lastSeenAt\n    tlp\n    stillSees\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n  }\n": types.LeadSightingsFragmentDoc,
    "\n  query LeadSightings($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      seenBy(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          ...SightingEdge\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n": types.LeadSightingsDocument,
    "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdAt\n    version\n  }\n": types.LeadRowFragmentDoc,
    "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    reason\n    comment {\n      id\n      body\n      audience\n    }\n  }\n": types.LeadTimelineFragmentDoc,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AddCommentDocument,
    "\n  fragment LeadWarnings on Lead {\n    id\n    possibleDuplicates {\n      ...DuplicateLead\n    }\n    authorizedSellerWarnings {\n      item {\n        id\n        title\n        seller\n      }\n      party {\n        id\n        name\n        kind\n      }\n    }\n  }\n  fragment DuplicateLead on Lead {\n    id\n    reference\n    title\n    state\n  }\n": types.LeadWarningsFragmentDoc,
    "\n  mutation CreateLead($input: CreateLeadInput!) {\n    createLead(input: $input) {\n      lead {\n        id\n        reference\n      }\n      duplicates {\n        ...DuplicateLead\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateLeadDocument,
    "\n  query CopySource($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...CopySource\n    }\n  }\n  fragment CopySource on Lead {\n    id\n    reference\n    tlp\n    channel\n    infringementTypes\n    country\n    allowedActions\n    owner {\n      id\n      name\n      nameZh\n    }\n  }\n": types.CopySourceDocument,
    "\n  mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {\n    configureSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ConfigureSingleSignOnDocument,
    "\n  mutation InviteOrganization($input: InviteOrganizationInput!) {\n    inviteOrganization(input: $input) {\n      organization {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.InviteOrganizationDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.InviteUserDocument,
    "\n  query InvitingOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      kind\n    }\n  }\n": types.InvitingOrganizationDocument,
    "\n  fragment OrganizationChange on OrganizationPayload {\n    organization {\n      ...OrganizationPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.OrganizationChangeFragmentDoc,
    "\n    mutation SubmitApplication($input: OrganizationTransitionInput!) {\n      change: submitApplication(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.SubmitApplicationDocument,
    "\n    mutation StartReview($input: OrganizationTransitionInput!) {\n      change: startReview(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.StartReviewDocument,
    "\n    mutation ApproveOrganization($input: OrganizationTransitionInput!) {\n      change: approveOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.ApproveOrganizationDocument,
    "\n    mutation SuspendOrganization($input: OrganizationTransitionInput!) {\n      change: suspendOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.SuspendOrganizationDocument,
    "\n    mutation ReinstateOrganization($input: OrganizationTransitionInput!) {\n      change: reinstateOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.ReinstateOrganizationDocument,
    "\n    mutation ExpelOrganization($input: OrganizationTransitionInput!) {\n      change: expelOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.ExpelOrganizationDocument,
    "\n    mutation WithdrawOrganization($input: OrganizationTransitionInput!) {\n      change: withdrawOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  ": types.WithdrawOrganizationDocument,
    "\n  fragment PersonChange on PersonPayload {\n    person {\n      ...PersonRow\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.PersonChangeFragmentDoc,
    "\n    mutation SuspendUser($input: PersonTransitionInput!) {\n      change: suspendUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": types.SuspendUserDocument,
    "\n    mutation ReinstateUser($input: PersonTransitionInput!) {\n      change: reinstateUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": types.ReinstateUserDocument,
    "\n    mutation ResendInvitation($input: PersonTransitionInput!) {\n      change: resendInvitation(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": types.ResendInvitationDocument,
    "\n    mutation ResetSecondFactor($input: PersonTransitionInput!) {\n      change: resetSecondFactor(input: $input) {\n        ...PersonChange\n      }\n    }\n  ": types.ResetSecondFactorDocument,
    "\n  mutation EnforceSingleSignOn($input: EnforceSingleSignOnInput!) {\n    enforceSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.EnforceSingleSignOnDocument,
    "\n  mutation RemoveSingleSignOn($input: RemoveSingleSignOnInput!) {\n    removeSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RemoveSingleSignOnDocument,
    "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization {\n        ...OrganizationPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateOrganizationDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  query OrganizationDirectory($filter: OrganizationFilter) {\n    organizations(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.OrganizationDirectoryDocument,
    "\n  query PersonDirectory($filter: PersonFilter) {\n    people(first: 20, filter: $filter) {\n      nodes {\n        id\n        name\n        organization {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.PersonDirectoryDocument,
    "\n  fragment OrganizationFacts on Organization {\n    id\n    name\n    nameZh\n    kind\n    industry\n    country\n    divisionCode\n    timeZone\n    language\n    joinedOn\n    createdAt\n  }\n": types.OrganizationFactsFragmentDoc,
    "\n  query OrganizationList($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter) {\n    organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...OrganizationRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.OrganizationListDocument,
    "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      ...OrganizationPage\n      ...OrganizationPeople\n      ...OrganizationBrands\n      ...OrganizationPowers\n      ...OrganizationSingleSignOn\n    }\n  }\n  fragment OrganizationPage on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    version\n    allowedActions\n    ...OrganizationFacts\n  }\n": types.OrganizationPageDocument,
    "\n  fragment OrganizationPeople on Organization {\n    id\n    people(first: 50) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": types.OrganizationPeopleFragmentDoc,
    "\n  fragment OrganizationSingleSignOn on Organization {\n    id\n    singleSignOn {\n      issuer\n      clientId\n      domains\n      enforced\n      redirectUri\n      verifiedAt\n      version\n    }\n  }\n": types.OrganizationSingleSignOnFragmentDoc,
    "\n  mutation TestSingleSignOn($input: TestSingleSignOnInput!) {\n    testSingleSignOn(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.TestSingleSignOnDocument,
    "\n  fragment OrganizationRow on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    industry\n    country\n    joinedOn\n  }\n": types.OrganizationRowFragmentDoc,
    "\n  query BrandsToLimitTo($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.BrandsToLimitToDocument,
    "\n  query PersonList($first: Int, $after: String, $last: Int, $before: String, $filter: PersonFilter) {\n    people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.PersonListDocument,
    "\n  query NamedOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      nameZh\n    }\n  }\n": types.NamedOrganizationDocument,
    "\n  fragment PersonRow on Person {\n    id\n    name\n    email\n    state\n    roles\n    brandScope {\n      id\n      name\n      nameZh\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n    }\n    lastSignInAt\n    version\n    allowedActions\n  }\n": types.PersonRowFragmentDoc,
    "\n  fragment JobRow on Job {\n    name\n    schedule\n    lastStartedAt\n    lastFinishedAt\n    lastResult\n    lastError\n    nextAt\n    stuck\n    runs\n    failures\n  }\n": types.JobRowFragmentDoc,
    "\n  query MailQueue($first: Int, $after: String, $last: Int, $before: String, $filter: MailFilter) {\n    mails(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...MailRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.MailQueueDocument,
    "\n  fragment MailRow on Mail {\n    id\n    kind\n    state\n    attempts\n    createdAt\n    nextAttemptAt\n    settledAt\n    error\n    recipient\n  }\n": types.MailRowFragmentDoc,
    "\n  mutation RetryMail($input: RetryMailInput!) {\n    retryMail(input: $input) {\n      mail {\n        ...MailRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RetryMailDocument,
    "\n  query Operations {\n    operations {\n      ...Operations\n    }\n  }\n  fragment Operations on Operations {\n    version\n    startedAt\n    databaseBackend\n    database {\n      reachable\n      migrationsApplied\n      sizeBytes\n    }\n    jobs {\n      ...JobRow\n    }\n    mail {\n      queued\n      claimed\n      sentToday\n      failed\n      unknown\n      oldestQueuedAt\n      configured\n    }\n    audit {\n      entries\n      sealed\n      unsealed\n      oldestUnsealedSeconds\n      lastCheckpointAt\n    }\n    outbox {\n      waiting\n      oldestSeconds\n    }\n    openStreams\n    replicas {\n      ...ReplicaRow\n    }\n  }\n": types.OperationsDocument,
    "\n  fragment ReplicaRow on Replica {\n    host\n    version\n    serves\n    works\n    startedAt\n    seenAt\n    alive\n    openStreams\n  }\n": types.ReplicaRowFragmentDoc,
    "\n  fragment AuthorizedParty on AuthorizedParty {\n    id\n    kind\n    name\n    platform\n    shopId\n    territory\n    validFrom\n    validTo\n    state\n    version\n    allowedActions\n  }\n": types.AuthorizedPartyFragmentDoc,
    "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.BrandDirectoryDocument,
    "\n  query BrandsOf($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.BrandsOfDocument,
    "\n  mutation AddAuthorizedParty($input: AddAuthorizedPartyInput!) {\n    addAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AddAuthorizedPartyDocument,
    "\n  mutation CreateBrand($input: CreateBrandInput!) {\n    createBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateBrandDocument,
    "\n  fragment PowerChange on PowerOfAttorneyPayload {\n    powerOfAttorney {\n      ...PowerOfAttorney\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.PowerChangeFragmentDoc,
    "\n    mutation VerifyPowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: verifyPowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  ": types.VerifyPowerOfAttorneyDocument,
    "\n    mutation RevokePowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: revokePowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  ": types.RevokePowerOfAttorneyDocument,
    "\n  mutation RetireBrand($input: BrandTransitionInput!) {\n    retireBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RetireBrandDocument,
    "\n  mutation RevokeAuthorizedParty($input: RevokeAuthorizedPartyInput!) {\n    revokeAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RevokeAuthorizedPartyDocument,
    "\n  mutation SubmitPowerOfAttorney($input: SubmitPowerOfAttorneyInput!) {\n    submitPowerOfAttorney(input: $input) {\n      powerOfAttorney {\n        ...PowerOfAttorney\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SubmitPowerOfAttorneyDocument,
    "\n  query PowerPartners($filter: OrganizationFilter) {\n    organizations(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.PowerPartnersDocument,
    "\n  mutation DiscardIpRight($input: IpRightTransitionInput!) {\n    discardIpRight(input: $input) {\n      discardedId\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.DiscardIpRightDocument,
    "\n  mutation InvalidateIpRight($input: InvalidateIpRightInput!) {\n    invalidateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.InvalidateIpRightDocument,
    "\n  fragment IpRightChange on IpRightPayload {\n    ipRight {\n      ...IpRightPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.IpRightChangeFragmentDoc,
    "\n    mutation TakeBackIpRight($input: IpRightTransitionInput!) {\n      change: takeBackIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": types.TakeBackIpRightDocument,
    "\n    mutation VerifyIpRight($input: IpRightTransitionInput!) {\n      change: verifyIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": types.VerifyIpRightDocument,
    "\n    mutation RejectIpRight($input: IpRightTransitionInput!) {\n      change: rejectIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": types.RejectIpRightDocument,
    "\n    mutation DisputeIpRight($input: IpRightTransitionInput!) {\n      change: disputeIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": types.DisputeIpRightDocument,
    "\n    mutation SettleIpRight($input: IpRightTransitionInput!) {\n      change: settleIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  ": types.SettleIpRightDocument,
    "\n  mutation RenewIpRight($input: RenewIpRightInput!) {\n    renewIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RenewIpRightDocument,
    "\n  query EditIpRight($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightForm\n    }\n  }\n  fragment IpRightForm on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n    filedOn\n    inForceFrom\n    expiresOn\n    recordUrl\n    version\n    allowedActions\n  }\n": types.EditIpRightDocument,
    "\n  mutation UpdateIpRight($input: UpdateIpRightInput!) {\n    updateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateIpRightDocument,
    "\n  mutation ImportIpRights($input: ImportIpRightsInput!) {\n    importIpRights(input: $input) {\n      entries {\n        ...ImportedEntry\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ImportIpRightsDocument,
    "\n  fragment ImportedEntry on ImportedIpRightEntry {\n    outcome\n    notes\n    words\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    statusText\n    ipRight {\n      id\n      title\n    }\n  }\n": types.ImportedEntryFragmentDoc,
    "\n  mutation SubmitIpRight($input: IpRightTransitionInput!) {\n    submitIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SubmitIpRightDocument,
    "\n  fragment IpRightFacts on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    filedOn\n    inForceFrom\n    expiresOn\n    daysLeft\n    recordUrl\n    state\n    submittedBy {\n      id\n      name\n    }\n    submittedAt\n    verifiedBy {\n      id\n      name\n    }\n    verifiedAt\n    invalidFrom\n    createdAt\n  }\n": types.IpRightFactsFragmentDoc,
    "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Organization {\n        id\n        name\n        nameZh\n      }\n      ... on Brand {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n": types.FilterNamesDocument,
    "\n  query IpRightForce($id: ID!, $on: Date!, $country: String) {\n    ipRight(id: $id) {\n      id\n      force(on: $on, country: $country) {\n        inForce\n        lack\n      }\n    }\n  }\n": types.IpRightForceDocument,
    "\n  query IpRightList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: IpRightFilter\n    $orderBy: IpRightOrder\n  ) {\n    ipRights(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...IpRightRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n": types.IpRightListDocument,
    "\n  query IpRightPage($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightPage\n    }\n  }\n  fragment IpRightPage on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    expiresOn\n    renewal {\n      expiresOn\n    }\n    state\n    version\n    allowedActions\n    ...IpRightFacts\n    ...IpRightScope\n    ...IpRightWarnings\n  }\n": types.IpRightPageDocument,
    "\n  fragment IpRightScope on IpRight {\n    id\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n  }\n": types.IpRightScopeFragmentDoc,
    "\n  fragment IpRightRow on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    expiresOn\n    daysLeft\n    state\n    renewal {\n      expiresOn\n    }\n    version\n  }\n": types.IpRightRowFragmentDoc,
    "\n  fragment IpRightWarnings on IpRight {\n    id\n    state\n    expiresOn\n    reason\n    renewal {\n      expiresOn\n      submittedBy {\n        id\n        name\n      }\n    }\n    alsoClaimedBy {\n      id\n      name\n      nameZh\n    }\n  }\n": types.IpRightWarningsFragmentDoc,
    "\n  mutation CreateIpRight($input: CreateIpRightInput!) {\n    createIpRight(input: $input) {\n      ipRight {\n        id\n        title\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateIpRightDocument,
    "\n  query Principals($agent: ID!) {\n    organization(id: $agent) {\n      id\n      powersOfAttorney {\n        id\n        principal {\n          id\n          name\n          nameZh\n        }\n        allBrands\n        brands {\n          id\n        }\n        actions\n        state\n      }\n    }\n  }\n": types.PrincipalsDocument,
    "\n  fragment OrganizationBrands on Organization {\n    id\n    brands(first: 100) {\n      nodes {\n        ...BrandCard\n      }\n      totalCount\n    }\n  }\n  fragment BrandCard on Brand {\n    id\n    name\n    nameZh\n    state\n    niceClasses\n    version\n    allowedActions\n    authorizedParties {\n      ...AuthorizedParty\n    }\n  }\n": types.OrganizationBrandsFragmentDoc,
    "\n  fragment OrganizationPowers on Organization {\n    id\n    powersOfAttorney {\n      ...PowerOfAttorney\n    }\n  }\n  fragment PowerOfAttorney on PowerOfAttorney {\n    id\n    principal {\n      id\n      name\n      nameZh\n    }\n    agent {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    allBrands\n    actions\n    validFrom\n    validTo\n    state\n    submittedBy {\n      id\n      name\n    }\n    createdAt\n    verifiedAt\n    version\n    allowedActions\n  }\n": types.OrganizationPowersFragmentDoc,
    "\n  fragment Entered on SignInPayload {\n    accessToken\n    expiresIn\n    secondFactor {\n      token\n      methods\n      passkeyOptions\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.EnteredFragmentDoc,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ...Entered\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation LinkSingleSignOn($input: LinkSingleSignOnInput!) {\n    linkSingleSignOn(input: $input) {\n      ...Entered\n    }\n  }\n": types.LinkSingleSignOnDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Entered\n    }\n  }\n": types.SignInDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...Entered\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  mutation CompleteSignIn($input: CompleteSignInInput!) {\n    completeSignIn(input: $input) {\n      ...Entered\n    }\n  }\n": types.CompleteSignInDocument,
    "\n  query SignInMethods($email: String!) {\n    signInMethods(email: $email) {\n      password\n      singleSignOn {\n        url\n      }\n    }\n  }\n": types.SignInMethodsDocument,
    "\n  query Account {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n  }\n  fragment Account on Account {\n    passwordSet\n    singleSignOn\n    secondFactor {\n      required\n      enrolled\n      totpSince\n      recoveryCodesLeft\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": types.AccountDocument,
    "\n  fragment AccountChange on AccountPayload {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.AccountChangeFragmentDoc,
    "\n  fragment NewRecoveryCodes on RecoveryCodesPayload {\n    recoveryCodes\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n": types.NewRecoveryCodesFragmentDoc,
    "\n  mutation StartPasskey($input: PasswordInput!) {\n    startPasskey(input: $input) {\n      token\n      options\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.StartPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      viewer {\n        account {\n          ...Account\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.AddPasskeyDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions($input: PasswordInput!) {\n    endOtherSessions(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  mutation StartTotp($input: PasswordInput!) {\n    startTotp(input: $input) {\n      secret\n      uri\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.StartTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  query OwnSessions {\n    viewer {\n      sessions(last: 50) {\n        nodes {\n          ...OwnSession\n        }\n      }\n    }\n  }\n  fragment OwnSession on Session {\n    id\n    createdAt\n    lastSeenAt\n    userAgent\n    network\n    current\n  }\n": types.OwnSessionsDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation RemoveTotp($input: PasswordInput!) {\n    removeTotp(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.RemoveTotpDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation RenewRecoveryCodes($input: PasswordInput!) {\n    renewRecoveryCodes(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateSettingsDocument,
    "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.ChooseLanguageDocument,
    "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n": types.InboxCountDocument,
    "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n": types.PingDocument,
    "\n  query PaletteLeads($search: String!, $isReference: Boolean!) {\n    byReference: leadByReference(reference: $search) @include(if: $isReference) {\n      ...PaletteLead\n    }\n    leads(first: 6, filter: { search: $search }) @skip(if: $isReference) {\n      nodes {\n        ...PaletteLead\n      }\n    }\n  }\n  fragment PaletteLead on Lead {\n    id\n    reference\n    title\n  }\n": types.PaletteLeadsDocument,
    "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    account {\n      secondFactor {\n        required\n        enrolled\n      }\n    }\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      digestWeekday\n      quietHours {\n        from\n        to\n      }\n      expiryReminders\n      version\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation RefreshSession {\n    refreshSession { accessToken expiresIn userErrors { code } }\n  }\n": types.RefreshSessionDocument,
    "\n  fragment PageEnds on PageInfo {\n    hasNextPage\n    hasPreviousPage\n    startCursor\n    endCursor\n  }\n": types.PageEndsFragmentDoc,
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
export function graphql(source: "\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n    auditSeal {\n      ...AuditSeal\n    }\n  }\n"): (typeof documents)["\n  query AuditLog($first: Int, $after: String, $last: Int, $before: String, $filter: AuditFilter) {\n    auditEntries(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n    auditSeal {\n      ...AuditSeal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditActor($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditActor($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditSeal on AuditSeal {\n    sealed\n    unsealed\n    head\n    checkpointAt\n    checkpointCount\n  }\n"): (typeof documents)["\n  fragment AuditSeal on AuditSeal {\n    sealed\n    unsealed\n    head\n    checkpointAt\n    checkpointCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    actorName\n    action\n    objectId\n    detail\n    sequence\n    hash\n  }\n"): (typeof documents)["\n  fragment AuditRow on AuditEntry {\n    id\n    at\n    actorName\n    action\n    objectId\n    detail\n    sequence\n    hash\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerDelivery($input: AnswerDeliveryInput!) {\n    answerDelivery(input: $input) {\n      delivery {\n        ...Delivery\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n        ownerName\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxDetail($id: ID!) {\n    delivery(id: $id) {\n      ...Delivery\n      items {\n        ...LeadItem\n      }\n      lead {\n        id\n        reference\n        title\n        summary\n        tlp\n        owner {\n          id\n          name\n          nameZh\n        }\n        ownerName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n"): (typeof documents)["\n  fragment DeliveryClock on Delivery {\n    id\n    state\n    dueOn\n    dueAt\n    workingDaysLeft\n    pausedSince\n    late\n    provisional\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    lead {\n      id\n      handling {\n        ...LeadHandling\n      }\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Delivery on Delivery {\n    ...DeliveryClock\n    version\n    allowedActions\n    pushedAt\n    verdict\n    reason\n    testPurchases\n    answeredAt\n    answeredBy {\n      id\n      name\n    }\n    attributionAllowed\n    infoQuestion\n    infoAnswer\n    recipient {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    lead {\n      id\n      handling {\n        ...LeadHandling\n      }\n    }\n    answers {\n      version\n      verdict\n      reason\n      answeredAt\n      late\n      answeredBy {\n        id\n        name\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n    }\n  }\n"): (typeof documents)["\n  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {\n    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...InboxRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n    }\n  }\n  fragment InboxRow on Delivery {\n    ...DeliveryClock\n    brands {\n      id\n      name\n      nameZh\n    }\n    recipient {\n      id\n      name\n    }\n    lead {\n      id\n      reference\n      title\n      tlp\n    }\n  }\n"];
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
export function graphql(source: "\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n    }\n  }\n"): (typeof documents)["\n  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {\n    leads(\n      first: $first\n      after: $after\n      last: $last\n      before: $before\n      filter: { states: [SUBMITTED] }\n      orderBy: { field: CREATED_AT, direction: ASC }\n    ) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSharingGroupMembers($input: AddSharingGroupMembersInput!) {\n    addSharingGroupMembers(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddSharingGroupMembers($input: AddSharingGroupMembersInput!) {\n    addSharingGroupMembers(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseSharingGroup($input: CloseSharingGroupInput!) {\n    closeSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseSharingGroup($input: CloseSharingGroupInput!) {\n    closeSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSharingGroup($input: CreateSharingGroupInput!) {\n    createSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSharingGroup($input: CreateSharingGroupInput!) {\n    createSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSharingGroup($input: UpdateSharingGroupInput!) {\n    updateSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSharingGroup($input: UpdateSharingGroupInput!) {\n    updateSharingGroup(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupFacts on SharingGroup {\n    id\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    createdAt\n  }\n"): (typeof documents)["\n  fragment GroupFacts on SharingGroup {\n    id\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupList($first: Int, $after: String, $last: Int, $before: String, $filter: SharingGroupFilter) {\n    sharingGroups(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...GroupRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query GroupList($first: Int, $after: String, $last: Int, $before: String, $filter: SharingGroupFilter) {\n    sharingGroups(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...GroupRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupMembers on SharingGroup {\n    id\n    members {\n      ...GroupMember\n    }\n  }\n  fragment GroupMember on SharingGroupMember {\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    addedAt\n  }\n"): (typeof documents)["\n  fragment GroupMembers on SharingGroup {\n    id\n    members {\n      ...GroupMember\n    }\n  }\n  fragment GroupMember on SharingGroupMember {\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    addedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupPage($id: ID!) {\n    sharingGroup(id: $id) {\n      ...GroupPage\n    }\n  }\n  fragment GroupPage on SharingGroup {\n    id\n    name\n    purpose\n    confidential\n    expiresAt\n    state\n    version\n    allowedActions\n    ...GroupFacts\n    ...GroupMembers\n  }\n"): (typeof documents)["\n  query GroupPage($id: ID!) {\n    sharingGroup(id: $id) {\n      ...GroupPage\n    }\n  }\n  fragment GroupPage on SharingGroup {\n    id\n    name\n    purpose\n    confidential\n    expiresAt\n    state\n    version\n    allowedActions\n    ...GroupFacts\n    ...GroupMembers\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupRow on SharingGroup {\n    id\n    name\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    state\n    members {\n      addedAt\n    }\n  }\n"): (typeof documents)["\n  fragment GroupRow on SharingGroup {\n    id\n    name\n    owner {\n      id\n      name\n      nameZh\n    }\n    confidential\n    expiresAt\n    state\n    members {\n      addedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSharingGroupMember($input: RemoveSharingGroupMemberInput!) {\n    removeSharingGroupMember(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSharingGroupMember($input: RemoveSharingGroupMemberInput!) {\n    removeSharingGroupMember(input: $input) {\n      group {\n        ...GroupPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    groups {\n      group {\n        id\n        name\n        confidential\n      }\n      personCount\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment Audience on AudiencePreview {\n    token\n    personCount\n    community\n    lawEnforcement\n    public\n    warnings\n    organizations {\n      personCount\n      itemCount\n      willReceiveDelivery\n      organization {\n        id\n        name\n        nameZh\n      }\n    }\n    groups {\n      group {\n        id\n        name\n        confidential\n      }\n      personCount\n    }\n    namedPeople {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeLeadHandling($input: ChangeLeadHandlingInput!) {\n    changeLeadHandling(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeLeadHandling($input: ChangeLeadHandlingInput!) {\n    changeLeadHandling(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeLeadTlp($input: ChangeLeadTlpInput!) {\n    changeLeadTlp(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RejectLead($input: RejectLeadInput!) {\n    rejectLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation RevokeLeadGrant($input: RevokeLeadGrantInput!) {\n    revokeLeadGrant(input: $input) {\n      lead {\n        ...LeadPage\n        audience {\n          community\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeLeadGrant($input: RevokeLeadGrantInput!) {\n    revokeLeadGrant(input: $input) {\n      lead {\n        ...LeadPage\n        audience {\n          community\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query OwnGroups {\n    sharingGroups(first: 100, filter: { mine: true }) {\n      nodes {\n        id\n        name\n        confidential\n        state\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnGroups {\n    sharingGroups(first: 100, filter: { mine: true }) {\n      nodes {\n        id\n        name\n        confidential\n        state\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TriageLead($input: TriageLeadInput!) {\n    triageLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateLead($input: UpdateLeadInput!) {\n    updateLead(input: $input) {\n      lead {\n        ...LeadPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    handling {\n      ...LeadHandling\n    }\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    sanitizedFrom {\n      ...LeadLink\n    }\n    sanitizedCopies {\n      ...LeadLink\n      tlp\n    }\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n  fragment LeadLink on Lead {\n    id\n    reference\n    title\n  }\n"): (typeof documents)["\n  fragment LeadFacts on Lead {\n    id\n    handlingCode\n    handling {\n      ...LeadHandling\n    }\n    source\n    channel\n    infringementTypes\n    country\n    divisionCode\n    grade\n    priority\n    estimatedValue {\n      amount\n      currency\n    }\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdBy {\n      id\n      name\n    }\n    createdAt\n    updatedAt\n    outcome\n    rejectReason\n    sanitizedFrom {\n      ...LeadLink\n    }\n    sanitizedCopies {\n      ...LeadLink\n      tlp\n    }\n    verdictCounts {\n      verdict\n      state\n      count\n    }\n  }\n  fragment LeadLink on Lead {\n    id\n    reference\n    title\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadGrants on Lead {\n    id\n    reference\n    state\n    tlp\n    version\n    allowedActions\n    grants(first: 5) {\n      nodes {\n        ...LeadGrant\n      }\n      totalCount\n    }\n  }\n  fragment LeadGrant on LeadGrant {\n    id\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    group {\n      id\n      name\n      confidential\n    }\n    reason\n    grantedBy {\n      id\n      name\n    }\n    grantedAt\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment LeadGrants on Lead {\n    id\n    reference\n    state\n    tlp\n    version\n    allowedActions\n    grants(first: 5) {\n      nodes {\n        ...LeadGrant\n      }\n      totalCount\n    }\n  }\n  fragment LeadGrant on LeadGrant {\n    id\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n    group {\n      id\n      name\n      confidential\n    }\n    reason\n    grantedBy {\n      id\n      name\n    }\n    grantedAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadGrants($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      grants(first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...LeadGrant\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"): (typeof documents)["\n  query LeadGrants($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      grants(first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          ...LeadGrant\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadCommunity($reference: String!) {\n    leadByReference(reference: $reference) {\n      id\n      audience {\n        community\n      }\n    }\n  }\n"): (typeof documents)["\n  query LeadCommunity($reference: String!) {\n    leadByReference(reference: $reference) {\n      id\n      audience {\n        community\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadHandling on LeadHandling {\n    permittedActions\n    affectedPartyNotification\n    attribution\n    usableUntil\n  }\n"): (typeof documents)["\n  fragment LeadHandling on LeadHandling {\n    permittedActions\n    affectedPartyNotification\n    attribution\n    usableUntil\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n"): (typeof documents)["\n  fragment LeadItems on Lead {\n    id\n    items(first: 100) {\n      nodes {\n        ...LeadItem\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n  fragment LeadItem on LeadItem {\n    id\n    title\n    url\n    canonicalUrl\n    platform\n    listingId\n    seller\n    shopId\n    capturedAt\n    price {\n      amount\n      currency\n    }\n    brand {\n      id\n      name\n      nameZh\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query LeadList($first: Int, $after: String, $last: Int, $before: String, $filter: LeadFilter, $orderBy: LeadOrder) {\n    leads(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LeadRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadGrants\n    ...LeadSightings\n    ...LeadTimeline\n  }\n"): (typeof documents)["\n  query LeadPage($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...LeadPage\n    }\n  }\n  fragment LeadPage on Lead {\n    id\n    reference\n    title\n    summary\n    state\n    tlp\n    handlingCode\n    version\n    allowedActions\n    ...LeadFacts\n    ...LeadItems\n    ...LeadWarnings\n    ...LeadQuestions\n    ...LeadDeliveries\n    ...LeadGrants\n    ...LeadSightings\n    ...LeadTimeline\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n"): (typeof documents)["\n  fragment LeadQuestions on Lead {\n    id\n    allowedActions\n    infoRequests {\n      ...InfoRequest\n    }\n  }\n  fragment InfoRequest on InfoRequest {\n    deliveryId\n    question\n    askedAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadSightings on Lead {\n    id\n    reference\n    tlp\n    version\n    seenBy(first: 5) {\n      edges {\n        ...SightingEdge\n      }\n      totalCount\n    }\n  }\n  fragment SightingEdge on SightingEdge {\n    cursor\n    node {\n      ...Sighting\n    }\n  }\n  fragment Sighting on Sighting {\n    firstSeenAt\n    lastSeenAt\n    tlp\n    stillSees\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment LeadSightings on Lead {\n    id\n    reference\n    tlp\n    version\n    seenBy(first: 5) {\n      edges {\n        ...SightingEdge\n      }\n      totalCount\n    }\n  }\n  fragment SightingEdge on SightingEdge {\n    cursor\n    node {\n      ...Sighting\n    }\n  }\n  fragment Sighting on Sighting {\n    firstSeenAt\n    lastSeenAt\n    tlp\n    stillSees\n    organization {\n      id\n      name\n      nameZh\n    }\n    person {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LeadSightings($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      seenBy(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          ...SightingEdge\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"): (typeof documents)["\n  query LeadSightings($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {\n    leadByReference(reference: $reference) {\n      id\n      seenBy(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          ...SightingEdge\n        }\n        pageInfo {\n          ...PageEnds\n        }\n        totalCount\n        totalCountIsExact\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdAt\n    version\n  }\n"): (typeof documents)["\n  fragment LeadRow on Lead {\n    id\n    reference\n    title\n    state\n    tlp\n    priority\n    infringementTypes\n    owner {\n      id\n      name\n      nameZh\n    }\n    ownerName\n    createdAt\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    reason\n    comment {\n      id\n      body\n      audience\n    }\n  }\n"): (typeof documents)["\n  fragment LeadTimeline on Lead {\n    id\n    allowedActions\n    timeline(last: 100) {\n      nodes {\n        ...TimelineEntry\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n  fragment TimelineEntry on TimelineEntry {\n    id\n    kind\n    at\n    actorName\n    detail\n    reason\n    comment {\n      id\n      body\n      audience\n    }\n  }\n"];
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
export function graphql(source: "\n  query CopySource($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...CopySource\n    }\n  }\n  fragment CopySource on Lead {\n    id\n    reference\n    tlp\n    channel\n    infringementTypes\n    country\n    allowedActions\n    owner {\n      id\n      name\n      nameZh\n    }\n  }\n"): (typeof documents)["\n  query CopySource($reference: String!) {\n    leadByReference(reference: $reference) {\n      ...CopySource\n    }\n  }\n  fragment CopySource on Lead {\n    id\n    reference\n    tlp\n    channel\n    infringementTypes\n    country\n    allowedActions\n    owner {\n      id\n      name\n      nameZh\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {\n    configureSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {\n    configureSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteOrganization($input: InviteOrganizationInput!) {\n    inviteOrganization(input: $input) {\n      organization {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteOrganization($input: InviteOrganizationInput!) {\n    inviteOrganization(input: $input) {\n      organization {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitingOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      kind\n    }\n  }\n"): (typeof documents)["\n  query InvitingOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      kind\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationChange on OrganizationPayload {\n    organization {\n      ...OrganizationPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment OrganizationChange on OrganizationPayload {\n    organization {\n      ...OrganizationPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SubmitApplication($input: OrganizationTransitionInput!) {\n      change: submitApplication(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation SubmitApplication($input: OrganizationTransitionInput!) {\n      change: submitApplication(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation StartReview($input: OrganizationTransitionInput!) {\n      change: startReview(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation StartReview($input: OrganizationTransitionInput!) {\n      change: startReview(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ApproveOrganization($input: OrganizationTransitionInput!) {\n      change: approveOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ApproveOrganization($input: OrganizationTransitionInput!) {\n      change: approveOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SuspendOrganization($input: OrganizationTransitionInput!) {\n      change: suspendOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation SuspendOrganization($input: OrganizationTransitionInput!) {\n      change: suspendOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ReinstateOrganization($input: OrganizationTransitionInput!) {\n      change: reinstateOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ReinstateOrganization($input: OrganizationTransitionInput!) {\n      change: reinstateOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ExpelOrganization($input: OrganizationTransitionInput!) {\n      change: expelOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ExpelOrganization($input: OrganizationTransitionInput!) {\n      change: expelOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation WithdrawOrganization($input: OrganizationTransitionInput!) {\n      change: withdrawOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "): (typeof documents)["\n    mutation WithdrawOrganization($input: OrganizationTransitionInput!) {\n      change: withdrawOrganization(input: $input) {\n        ...OrganizationChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonChange on PersonPayload {\n    person {\n      ...PersonRow\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment PersonChange on PersonPayload {\n    person {\n      ...PersonRow\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SuspendUser($input: PersonTransitionInput!) {\n      change: suspendUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  "): (typeof documents)["\n    mutation SuspendUser($input: PersonTransitionInput!) {\n      change: suspendUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ReinstateUser($input: PersonTransitionInput!) {\n      change: reinstateUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ReinstateUser($input: PersonTransitionInput!) {\n      change: reinstateUser(input: $input) {\n        ...PersonChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ResendInvitation($input: PersonTransitionInput!) {\n      change: resendInvitation(input: $input) {\n        ...PersonChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ResendInvitation($input: PersonTransitionInput!) {\n      change: resendInvitation(input: $input) {\n        ...PersonChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ResetSecondFactor($input: PersonTransitionInput!) {\n      change: resetSecondFactor(input: $input) {\n        ...PersonChange\n      }\n    }\n  "): (typeof documents)["\n    mutation ResetSecondFactor($input: PersonTransitionInput!) {\n      change: resetSecondFactor(input: $input) {\n        ...PersonChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnforceSingleSignOn($input: EnforceSingleSignOnInput!) {\n    enforceSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnforceSingleSignOn($input: EnforceSingleSignOnInput!) {\n    enforceSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSingleSignOn($input: RemoveSingleSignOnInput!) {\n    removeSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSingleSignOn($input: RemoveSingleSignOnInput!) {\n    removeSingleSignOn(input: $input) {\n      organization {\n        ...OrganizationSingleSignOn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization {\n        ...OrganizationPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateOrganization($input: UpdateOrganizationInput!) {\n    updateOrganization(input: $input) {\n      organization {\n        ...OrganizationPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      person {\n        ...PersonRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment OrganizationFacts on Organization {\n    id\n    name\n    nameZh\n    kind\n    industry\n    country\n    divisionCode\n    timeZone\n    language\n    joinedOn\n    createdAt\n  }\n"): (typeof documents)["\n  fragment OrganizationFacts on Organization {\n    id\n    name\n    nameZh\n    kind\n    industry\n    country\n    divisionCode\n    timeZone\n    language\n    joinedOn\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationList($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter) {\n    organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...OrganizationRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query OrganizationList($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter) {\n    organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...OrganizationRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      ...OrganizationPage\n      ...OrganizationPeople\n      ...OrganizationBrands\n      ...OrganizationPowers\n      ...OrganizationSingleSignOn\n    }\n  }\n  fragment OrganizationPage on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    version\n    allowedActions\n    ...OrganizationFacts\n  }\n"): (typeof documents)["\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      ...OrganizationPage\n      ...OrganizationPeople\n      ...OrganizationBrands\n      ...OrganizationPowers\n      ...OrganizationSingleSignOn\n    }\n  }\n  fragment OrganizationPage on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    version\n    allowedActions\n    ...OrganizationFacts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationPeople on Organization {\n    id\n    people(first: 50) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  fragment OrganizationPeople on Organization {\n    id\n    people(first: 50) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationSingleSignOn on Organization {\n    id\n    singleSignOn {\n      issuer\n      clientId\n      domains\n      enforced\n      redirectUri\n      verifiedAt\n      version\n    }\n  }\n"): (typeof documents)["\n  fragment OrganizationSingleSignOn on Organization {\n    id\n    singleSignOn {\n      issuer\n      clientId\n      domains\n      enforced\n      redirectUri\n      verifiedAt\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestSingleSignOn($input: TestSingleSignOnInput!) {\n    testSingleSignOn(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestSingleSignOn($input: TestSingleSignOnInput!) {\n    testSingleSignOn(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationRow on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    industry\n    country\n    joinedOn\n  }\n"): (typeof documents)["\n  fragment OrganizationRow on Organization {\n    id\n    name\n    nameZh\n    kind\n    state\n    industry\n    country\n    joinedOn\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BrandsToLimitTo($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query BrandsToLimitTo($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonList($first: Int, $after: String, $last: Int, $before: String, $filter: PersonFilter) {\n    people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query PersonList($first: Int, $after: String, $last: Int, $before: String, $filter: PersonFilter) {\n    people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...PersonRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NamedOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      nameZh\n    }\n  }\n"): (typeof documents)["\n  query NamedOrganization($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      nameZh\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonRow on Person {\n    id\n    name\n    email\n    state\n    roles\n    brandScope {\n      id\n      name\n      nameZh\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n    }\n    lastSignInAt\n    version\n    allowedActions\n  }\n"): (typeof documents)["\n  fragment PersonRow on Person {\n    id\n    name\n    email\n    state\n    roles\n    brandScope {\n      id\n      name\n      nameZh\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n    }\n    lastSignInAt\n    version\n    allowedActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobRow on Job {\n    name\n    schedule\n    lastStartedAt\n    lastFinishedAt\n    lastResult\n    lastError\n    nextAt\n    stuck\n    runs\n    failures\n  }\n"): (typeof documents)["\n  fragment JobRow on Job {\n    name\n    schedule\n    lastStartedAt\n    lastFinishedAt\n    lastResult\n    lastError\n    nextAt\n    stuck\n    runs\n    failures\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MailQueue($first: Int, $after: String, $last: Int, $before: String, $filter: MailFilter) {\n    mails(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...MailRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query MailQueue($first: Int, $after: String, $last: Int, $before: String, $filter: MailFilter) {\n    mails(first: $first, after: $after, last: $last, before: $before, filter: $filter) {\n      nodes {\n        ...MailRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MailRow on Mail {\n    id\n    kind\n    state\n    attempts\n    createdAt\n    nextAttemptAt\n    settledAt\n    error\n    recipient\n  }\n"): (typeof documents)["\n  fragment MailRow on Mail {\n    id\n    kind\n    state\n    attempts\n    createdAt\n    nextAttemptAt\n    settledAt\n    error\n    recipient\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryMail($input: RetryMailInput!) {\n    retryMail(input: $input) {\n      mail {\n        ...MailRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryMail($input: RetryMailInput!) {\n    retryMail(input: $input) {\n      mail {\n        ...MailRow\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Operations {\n    operations {\n      ...Operations\n    }\n  }\n  fragment Operations on Operations {\n    version\n    startedAt\n    databaseBackend\n    database {\n      reachable\n      migrationsApplied\n      sizeBytes\n    }\n    jobs {\n      ...JobRow\n    }\n    mail {\n      queued\n      claimed\n      sentToday\n      failed\n      unknown\n      oldestQueuedAt\n      configured\n    }\n    audit {\n      entries\n      sealed\n      unsealed\n      oldestUnsealedSeconds\n      lastCheckpointAt\n    }\n    outbox {\n      waiting\n      oldestSeconds\n    }\n    openStreams\n    replicas {\n      ...ReplicaRow\n    }\n  }\n"): (typeof documents)["\n  query Operations {\n    operations {\n      ...Operations\n    }\n  }\n  fragment Operations on Operations {\n    version\n    startedAt\n    databaseBackend\n    database {\n      reachable\n      migrationsApplied\n      sizeBytes\n    }\n    jobs {\n      ...JobRow\n    }\n    mail {\n      queued\n      claimed\n      sentToday\n      failed\n      unknown\n      oldestQueuedAt\n      configured\n    }\n    audit {\n      entries\n      sealed\n      unsealed\n      oldestUnsealedSeconds\n      lastCheckpointAt\n    }\n    outbox {\n      waiting\n      oldestSeconds\n    }\n    openStreams\n    replicas {\n      ...ReplicaRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReplicaRow on Replica {\n    host\n    version\n    serves\n    works\n    startedAt\n    seenAt\n    alive\n    openStreams\n  }\n"): (typeof documents)["\n  fragment ReplicaRow on Replica {\n    host\n    version\n    serves\n    works\n    startedAt\n    seenAt\n    alive\n    openStreams\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuthorizedParty on AuthorizedParty {\n    id\n    kind\n    name\n    platform\n    shopId\n    territory\n    validFrom\n    validTo\n    state\n    version\n    allowedActions\n  }\n"): (typeof documents)["\n  fragment AuthorizedParty on AuthorizedParty {\n    id\n    kind\n    name\n    platform\n    shopId\n    territory\n    validFrom\n    validTo\n    state\n    version\n    allowedActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query BrandDirectory($filter: BrandFilter) {\n    brands(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BrandsOf($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query BrandsOf($owner: ID!) {\n    brands(first: 100, filter: { ownerId: $owner, states: [ACTIVE] }) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAuthorizedParty($input: AddAuthorizedPartyInput!) {\n    addAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddAuthorizedParty($input: AddAuthorizedPartyInput!) {\n    addAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateBrand($input: CreateBrandInput!) {\n    createBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateBrand($input: CreateBrandInput!) {\n    createBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PowerChange on PowerOfAttorneyPayload {\n    powerOfAttorney {\n      ...PowerOfAttorney\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment PowerChange on PowerOfAttorneyPayload {\n    powerOfAttorney {\n      ...PowerOfAttorney\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation VerifyPowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: verifyPowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  "): (typeof documents)["\n    mutation VerifyPowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: verifyPowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RevokePowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: revokePowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  "): (typeof documents)["\n    mutation RevokePowerOfAttorney($input: PowerOfAttorneyTransitionInput!) {\n      change: revokePowerOfAttorney(input: $input) {\n        ...PowerChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetireBrand($input: BrandTransitionInput!) {\n    retireBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetireBrand($input: BrandTransitionInput!) {\n    retireBrand(input: $input) {\n      brand {\n        ...BrandCard\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAuthorizedParty($input: RevokeAuthorizedPartyInput!) {\n    revokeAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeAuthorizedParty($input: RevokeAuthorizedPartyInput!) {\n    revokeAuthorizedParty(input: $input) {\n      authorizedParty {\n        ...AuthorizedParty\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitPowerOfAttorney($input: SubmitPowerOfAttorneyInput!) {\n    submitPowerOfAttorney(input: $input) {\n      powerOfAttorney {\n        ...PowerOfAttorney\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitPowerOfAttorney($input: SubmitPowerOfAttorneyInput!) {\n    submitPowerOfAttorney(input: $input) {\n      powerOfAttorney {\n        ...PowerOfAttorney\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PowerPartners($filter: OrganizationFilter) {\n    organizations(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query PowerPartners($filter: OrganizationFilter) {\n    organizations(first: 30, filter: $filter) {\n      nodes {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardIpRight($input: IpRightTransitionInput!) {\n    discardIpRight(input: $input) {\n      discardedId\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardIpRight($input: IpRightTransitionInput!) {\n    discardIpRight(input: $input) {\n      discardedId\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InvalidateIpRight($input: InvalidateIpRightInput!) {\n    invalidateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InvalidateIpRight($input: InvalidateIpRightInput!) {\n    invalidateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IpRightChange on IpRightPayload {\n    ipRight {\n      ...IpRightPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment IpRightChange on IpRightPayload {\n    ipRight {\n      ...IpRightPage\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation TakeBackIpRight($input: IpRightTransitionInput!) {\n      change: takeBackIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "): (typeof documents)["\n    mutation TakeBackIpRight($input: IpRightTransitionInput!) {\n      change: takeBackIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation VerifyIpRight($input: IpRightTransitionInput!) {\n      change: verifyIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "): (typeof documents)["\n    mutation VerifyIpRight($input: IpRightTransitionInput!) {\n      change: verifyIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RejectIpRight($input: IpRightTransitionInput!) {\n      change: rejectIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "): (typeof documents)["\n    mutation RejectIpRight($input: IpRightTransitionInput!) {\n      change: rejectIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DisputeIpRight($input: IpRightTransitionInput!) {\n      change: disputeIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "): (typeof documents)["\n    mutation DisputeIpRight($input: IpRightTransitionInput!) {\n      change: disputeIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SettleIpRight($input: IpRightTransitionInput!) {\n      change: settleIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "): (typeof documents)["\n    mutation SettleIpRight($input: IpRightTransitionInput!) {\n      change: settleIpRight(input: $input) {\n        ...IpRightChange\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewIpRight($input: RenewIpRightInput!) {\n    renewIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewIpRight($input: RenewIpRightInput!) {\n    renewIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditIpRight($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightForm\n    }\n  }\n  fragment IpRightForm on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n    filedOn\n    inForceFrom\n    expiresOn\n    recordUrl\n    version\n    allowedActions\n  }\n"): (typeof documents)["\n  query EditIpRight($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightForm\n    }\n  }\n  fragment IpRightForm on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n    filedOn\n    inForceFrom\n    expiresOn\n    recordUrl\n    version\n    allowedActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateIpRight($input: UpdateIpRightInput!) {\n    updateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateIpRight($input: UpdateIpRightInput!) {\n    updateIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportIpRights($input: ImportIpRightsInput!) {\n    importIpRights(input: $input) {\n      entries {\n        ...ImportedEntry\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportIpRights($input: ImportIpRightsInput!) {\n    importIpRights(input: $input) {\n      entries {\n        ...ImportedEntry\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportedEntry on ImportedIpRightEntry {\n    outcome\n    notes\n    words\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    statusText\n    ipRight {\n      id\n      title\n    }\n  }\n"): (typeof documents)["\n  fragment ImportedEntry on ImportedIpRightEntry {\n    outcome\n    notes\n    words\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    statusText\n    ipRight {\n      id\n      title\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitIpRight($input: IpRightTransitionInput!) {\n    submitIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitIpRight($input: IpRightTransitionInput!) {\n    submitIpRight(input: $input) {\n      ipRight {\n        ...IpRightPage\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IpRightFacts on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    filedOn\n    inForceFrom\n    expiresOn\n    daysLeft\n    recordUrl\n    state\n    submittedBy {\n      id\n      name\n    }\n    submittedAt\n    verifiedBy {\n      id\n      name\n    }\n    verifiedAt\n    invalidFrom\n    createdAt\n  }\n"): (typeof documents)["\n  fragment IpRightFacts on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    st13\n    filedOn\n    inForceFrom\n    expiresOn\n    daysLeft\n    recordUrl\n    state\n    submittedBy {\n      id\n      name\n    }\n    submittedAt\n    verifiedBy {\n      id\n      name\n    }\n    verifiedAt\n    invalidFrom\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Organization {\n        id\n        name\n        nameZh\n      }\n      ... on Brand {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"): (typeof documents)["\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Organization {\n        id\n        name\n        nameZh\n      }\n      ... on Brand {\n        id\n        name\n        nameZh\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IpRightForce($id: ID!, $on: Date!, $country: String) {\n    ipRight(id: $id) {\n      id\n      force(on: $on, country: $country) {\n        inForce\n        lack\n      }\n    }\n  }\n"): (typeof documents)["\n  query IpRightForce($id: ID!, $on: Date!, $country: String) {\n    ipRight(id: $id) {\n      id\n      force(on: $on, country: $country) {\n        inForce\n        lack\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IpRightList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: IpRightFilter\n    $orderBy: IpRightOrder\n  ) {\n    ipRights(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...IpRightRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"): (typeof documents)["\n  query IpRightList(\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $filter: IpRightFilter\n    $orderBy: IpRightOrder\n  ) {\n    ipRights(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...IpRightRow\n      }\n      pageInfo {\n        ...PageEnds\n      }\n      totalCount\n      totalCountIsExact\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IpRightPage($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightPage\n    }\n  }\n  fragment IpRightPage on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    expiresOn\n    renewal {\n      expiresOn\n    }\n    state\n    version\n    allowedActions\n    ...IpRightFacts\n    ...IpRightScope\n    ...IpRightWarnings\n  }\n"): (typeof documents)["\n  query IpRightPage($id: ID!) {\n    ipRight(id: $id) {\n      ...IpRightPage\n    }\n  }\n  fragment IpRightPage on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    expiresOn\n    renewal {\n      expiresOn\n    }\n    state\n    version\n    allowedActions\n    ...IpRightFacts\n    ...IpRightScope\n    ...IpRightWarnings\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IpRightScope on IpRight {\n    id\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n  }\n"): (typeof documents)["\n  fragment IpRightScope on IpRight {\n    id\n    holder {\n      id\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    niceClasses\n    locarnoClasses\n    goods\n    territory\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IpRightRow on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    expiresOn\n    daysLeft\n    state\n    renewal {\n      expiresOn\n    }\n    version\n  }\n"): (typeof documents)["\n  fragment IpRightRow on IpRight {\n    id\n    kind\n    title\n    titleZh\n    holder {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    office\n    applicationNumber\n    registrationNumber\n    niceClasses\n    expiresOn\n    daysLeft\n    state\n    renewal {\n      expiresOn\n    }\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IpRightWarnings on IpRight {\n    id\n    state\n    expiresOn\n    reason\n    renewal {\n      expiresOn\n      submittedBy {\n        id\n        name\n      }\n    }\n    alsoClaimedBy {\n      id\n      name\n      nameZh\n    }\n  }\n"): (typeof documents)["\n  fragment IpRightWarnings on IpRight {\n    id\n    state\n    expiresOn\n    reason\n    renewal {\n      expiresOn\n      submittedBy {\n        id\n        name\n      }\n    }\n    alsoClaimedBy {\n      id\n      name\n      nameZh\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateIpRight($input: CreateIpRightInput!) {\n    createIpRight(input: $input) {\n      ipRight {\n        id\n        title\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateIpRight($input: CreateIpRightInput!) {\n    createIpRight(input: $input) {\n      ipRight {\n        id\n        title\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Principals($agent: ID!) {\n    organization(id: $agent) {\n      id\n      powersOfAttorney {\n        id\n        principal {\n          id\n          name\n          nameZh\n        }\n        allBrands\n        brands {\n          id\n        }\n        actions\n        state\n      }\n    }\n  }\n"): (typeof documents)["\n  query Principals($agent: ID!) {\n    organization(id: $agent) {\n      id\n      powersOfAttorney {\n        id\n        principal {\n          id\n          name\n          nameZh\n        }\n        allBrands\n        brands {\n          id\n        }\n        actions\n        state\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationBrands on Organization {\n    id\n    brands(first: 100) {\n      nodes {\n        ...BrandCard\n      }\n      totalCount\n    }\n  }\n  fragment BrandCard on Brand {\n    id\n    name\n    nameZh\n    state\n    niceClasses\n    version\n    allowedActions\n    authorizedParties {\n      ...AuthorizedParty\n    }\n  }\n"): (typeof documents)["\n  fragment OrganizationBrands on Organization {\n    id\n    brands(first: 100) {\n      nodes {\n        ...BrandCard\n      }\n      totalCount\n    }\n  }\n  fragment BrandCard on Brand {\n    id\n    name\n    nameZh\n    state\n    niceClasses\n    version\n    allowedActions\n    authorizedParties {\n      ...AuthorizedParty\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationPowers on Organization {\n    id\n    powersOfAttorney {\n      ...PowerOfAttorney\n    }\n  }\n  fragment PowerOfAttorney on PowerOfAttorney {\n    id\n    principal {\n      id\n      name\n      nameZh\n    }\n    agent {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    allBrands\n    actions\n    validFrom\n    validTo\n    state\n    submittedBy {\n      id\n      name\n    }\n    createdAt\n    verifiedAt\n    version\n    allowedActions\n  }\n"): (typeof documents)["\n  fragment OrganizationPowers on Organization {\n    id\n    powersOfAttorney {\n      ...PowerOfAttorney\n    }\n  }\n  fragment PowerOfAttorney on PowerOfAttorney {\n    id\n    principal {\n      id\n      name\n      nameZh\n    }\n    agent {\n      id\n      name\n      nameZh\n    }\n    brands {\n      id\n      name\n      nameZh\n    }\n    allBrands\n    actions\n    validFrom\n    validTo\n    state\n    submittedBy {\n      id\n      name\n    }\n    createdAt\n    verifiedAt\n    version\n    allowedActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Entered on SignInPayload {\n    accessToken\n    expiresIn\n    secondFactor {\n      token\n      methods\n      passkeyOptions\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment Entered on SignInPayload {\n    accessToken\n    expiresIn\n    secondFactor {\n      token\n      methods\n      passkeyOptions\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ...Entered\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ...Entered\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkSingleSignOn($input: LinkSingleSignOnInput!) {\n    linkSingleSignOn(input: $input) {\n      ...Entered\n    }\n  }\n"): (typeof documents)["\n  mutation LinkSingleSignOn($input: LinkSingleSignOnInput!) {\n    linkSingleSignOn(input: $input) {\n      ...Entered\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Entered\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ...Entered\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...Entered\n    }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      ...Entered\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteSignIn($input: CompleteSignInInput!) {\n    completeSignIn(input: $input) {\n      ...Entered\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteSignIn($input: CompleteSignInInput!) {\n    completeSignIn(input: $input) {\n      ...Entered\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInMethods($email: String!) {\n    signInMethods(email: $email) {\n      password\n      singleSignOn {\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  query SignInMethods($email: String!) {\n    signInMethods(email: $email) {\n      password\n      singleSignOn {\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n  }\n  fragment Account on Account {\n    passwordSet\n    singleSignOn\n    secondFactor {\n      required\n      enrolled\n      totpSince\n      recoveryCodesLeft\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n  }\n  fragment Account on Account {\n    passwordSet\n    singleSignOn\n    secondFactor {\n      required\n      enrolled\n      totpSince\n      recoveryCodesLeft\n      passkeys {\n        id\n        name\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountChange on AccountPayload {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment AccountChange on AccountPayload {\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NewRecoveryCodes on RecoveryCodesPayload {\n    recoveryCodes\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment NewRecoveryCodes on RecoveryCodesPayload {\n    recoveryCodes\n    viewer {\n      account {\n        ...Account\n      }\n    }\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPasskey($input: PasswordInput!) {\n    startPasskey(input: $input) {\n      token\n      options\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartPasskey($input: PasswordInput!) {\n    startPasskey(input: $input) {\n      token\n      options\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      viewer {\n        account {\n          ...Account\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      viewer {\n        account {\n          ...Account\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions($input: PasswordInput!) {\n    endOtherSessions(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation EndOtherSessions($input: PasswordInput!) {\n    endOtherSessions(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTotp($input: PasswordInput!) {\n    startTotp(input: $input) {\n      secret\n      uri\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartTotp($input: PasswordInput!) {\n    startTotp(input: $input) {\n      secret\n      uri\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnSessions {\n    viewer {\n      sessions(last: 50) {\n        nodes {\n          ...OwnSession\n        }\n      }\n    }\n  }\n  fragment OwnSession on Session {\n    id\n    createdAt\n    lastSeenAt\n    userAgent\n    network\n    current\n  }\n"): (typeof documents)["\n  query OwnSessions {\n    viewer {\n      sessions(last: 50) {\n        nodes {\n          ...OwnSession\n        }\n      }\n    }\n  }\n  fragment OwnSession on Session {\n    id\n    createdAt\n    lastSeenAt\n    userAgent\n    network\n    current\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTotp($input: PasswordInput!) {\n    removeTotp(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTotp($input: PasswordInput!) {\n    removeTotp(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ...AccountChange\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes($input: PasswordInput!) {\n    renewRecoveryCodes(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes($input: PasswordInput!) {\n    renewRecoveryCodes(input: $input) {\n      ...NewRecoveryCodes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseLanguage($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      viewer {\n        ...Viewer\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query InboxCount($desk: Boolean!, $recipientId: ID) {\n    leads(first: 1, filter: { states: [SUBMITTED] }) @include(if: $desk) {\n      totalCount\n    }\n    deliveries(first: 1, filter: { open: true, recipientId: $recipientId }) @skip(if: $desk) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query Ping {\n    viewer {\n      person {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteLeads($search: String!, $isReference: Boolean!) {\n    byReference: leadByReference(reference: $search) @include(if: $isReference) {\n      ...PaletteLead\n    }\n    leads(first: 6, filter: { search: $search }) @skip(if: $isReference) {\n      nodes {\n        ...PaletteLead\n      }\n    }\n  }\n  fragment PaletteLead on Lead {\n    id\n    reference\n    title\n  }\n"): (typeof documents)["\n  query PaletteLeads($search: String!, $isReference: Boolean!) {\n    byReference: leadByReference(reference: $search) @include(if: $isReference) {\n      ...PaletteLead\n    }\n    leads(first: 6, filter: { search: $search }) @skip(if: $isReference) {\n      nodes {\n        ...PaletteLead\n      }\n    }\n  }\n  fragment PaletteLead on Lead {\n    id\n    reference\n    title\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    account {\n      secondFactor {\n        required\n        enrolled\n      }\n    }\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      digestWeekday\n      quietHours {\n        from\n        to\n      }\n      expiryReminders\n      version\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      ...Viewer\n    }\n  }\n  fragment Viewer on Viewer {\n    person {\n      id\n      name\n      email\n    }\n    organization {\n      id\n      name\n      nameZh\n      kind\n      timeZone\n    }\n    roles\n    account {\n      secondFactor {\n        required\n        enrolled\n      }\n    }\n    permissions {\n      action\n      scope\n    }\n    settings {\n      language\n      timeZone\n      digest\n      digestHour\n      workingDaysOnly\n      digestWeekday\n      quietHours {\n        from\n        to\n      }\n      expiryReminders\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n        field\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession {\n    refreshSession { accessToken expiresIn userErrors { code } }\n  }\n"): (typeof documents)["\n  mutation RefreshSession {\n    refreshSession { accessToken expiresIn userErrors { code } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PageEnds on PageInfo {\n    hasNextPage\n    hasPreviousPage\n    startCursor\n    endCursor\n  }\n"): (typeof documents)["\n  fragment PageEnds on PageInfo {\n    hasNextPage\n    hasPreviousPage\n    startCursor\n    endCursor\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;