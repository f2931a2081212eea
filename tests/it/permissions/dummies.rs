//! The root fields of the contract, each with a document that calls it with arguments of the right shape about things
//! that are not there.

use std::collections::HashMap;

use async_graphql::{
    Positioned,
    parser::{
        parse_schema,
        types::{
            BaseType, FieldDefinition, InputValueDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
        },
    },
};
use touchstone::{
    api::Schema,
    platform::ids::{IdKind, encode},
};
use uuid::Uuid;

/// The schema as clients read it.
pub struct Contract(HashMap<String, TypeDefinition>);

/// A field of `Query`, `Mutation` or `Subscription` and a document that calls it.
pub struct RootField {
    pub parent: String,
    pub name: String,
    pub document: String,
}

impl Contract {
    pub fn of(schema: &Schema) -> Self {
        let document = parse_schema(schema.sdl()).unwrap();
        let types = document
            .definitions
            .into_iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(definition) => {
                    Some((definition.node.name.node.to_string(), definition.node))
                }
                TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
            });
        Self(types.collect())
    }

    /// Every root field.
    pub fn roots(&self) -> Vec<RootField> {
        let mut roots = Vec::new();
        for parent in ["Query", "Mutation", "Subscription"] {
            let Some(TypeKind::Object(object)) = self.0.get(parent).map(|definition| &definition.kind) else {
                continue;
            };
            roots.extend(object.fields.iter().map(|field| RootField {
                parent: parent.to_owned(),
                name: field.node.name.node.to_string(),
                document: self.document(parent, &field.node),
            }));
        }
        roots
    }

    fn document(&self, parent: &str, field: &FieldDefinition) -> String {
        let name = &field.name.node;
        let arguments = self.arguments(name, &field.arguments);
        let arguments = if arguments.is_empty() {
            String::new()
        } else {
            format!("({arguments})")
        };
        // The language's own scalars are not in the document.
        let selection = match self.0.get(base(&field.ty.node)).map(|definition| &definition.kind) {
            None | Some(TypeKind::Scalar | TypeKind::Enum(_)) => "",
            Some(TypeKind::Object(object))
                if object.fields.iter().any(|field| field.node.name.node == "userErrors") =>
            {
                "{ userErrors { code field } }"
            }
            Some(TypeKind::Object(_) | TypeKind::Interface(_) | TypeKind::Union(_) | TypeKind::InputObject(_)) => {
                "{ __typename }"
            }
        };
        format!("{} {{ {name}{arguments} {selection} }}", parent.to_lowercase())
    }

    /// The arguments that have to be given, and the one that lets a subscription answer at once.
    fn arguments(&self, root: &str, arguments: &[Positioned<InputValueDefinition>]) -> String {
        let wanted = |argument: &&Positioned<InputValueDefinition>| {
            let optional = argument.node.ty.node.nullable || argument.node.default_value.is_some();
            !optional || root == "leadActivity" || root == "refreshSession"
        };
        let given = arguments.iter().filter(wanted).map(|argument| {
            let name = argument.node.name.node.as_str();
            format!("{name}: {}", self.value(root, name, &argument.node.ty.node))
        });
        given.collect::<Vec<_>>().join(", ")
    }

    fn value(&self, root: &str, name: &str, of_type: &Type) -> String {
        match &of_type.base {
            BaseType::List(inner) => format!("[{}]", self.value(root, name, inner)),
            BaseType::Named(of_type) => self.named_value(root, name, of_type),
        }
    }

    fn named_value(&self, root: &str, name: &str, of_type: &str) -> String {
        match of_type {
            "ID" => format!("\"{}\"", encode(id_kind(root, name), Uuid::from_u128(7))),
            "String" if name.to_lowercase().contains("email") => "\"nobody@example.org\"".to_owned(),
            "String" if name == "grade" => "\"B2\"".to_owned(),
            "String" if name == "country" => "\"CN\"".to_owned(),
            "String" => "\"something to say\"".to_owned(),
            "Int" => "1".to_owned(),
            "Boolean" => "false".to_owned(),
            "JSON" => "{}".to_owned(),
            "Date" => "\"2026-03-09\"".to_owned(),
            "DateTime" => "\"2026-03-09T01:00:00Z\"".to_owned(),
            "Decimal" => "\"1.00\"".to_owned(),
            other => match &self.0[other].kind {
                TypeKind::Enum(values) => values.values[0].node.value.node.to_string(),
                TypeKind::InputObject(input) => {
                    let given = self.arguments(root, &input.fields);
                    // Of several choices exactly one is given.
                    let choice = || {
                        let first = &input.fields[0].node;
                        format!(
                            "{}: {}",
                            first.name.node,
                            self.value(root, &first.name.node, &first.ty.node)
                        )
                    };
                    format!("{{{}}}", if given.is_empty() { choice() } else { given })
                }
                kind => panic!("{other} is no input: {kind:?}"),
            },
        }
    }
}

/// The type of thing that an id argument of a root field names.
fn id_kind(root: &str, argument: &str) -> IdKind {
    let has = |word: &str| root.to_lowercase().contains(word);
    match argument {
        "productId" => IdKind::Product,
        "featureId" => IdKind::Feature,
        "partyId" => IdKind::Party,
        "powerOfAttorneyId" => IdKind::Poa,
        "id" if root == "revokeProductGrant" => IdKind::ProductGrant,
        "id" if has("productpicture") => IdKind::Picture,
        "id" if has("product") => IdKind::Product,
        "id" if has("fakefeature") => IdKind::Feature,
        "id" if has("companycontact") => IdKind::CompanyContact,
        "id" if has("rightsdocument") => IdKind::Document,
        "uploadId" if has("rightsdocument") || has("productpicture") => IdKind::Upload,
        "id" if has("screenedlisting") || root == "undoScreeningJudgement" => IdKind::ScreenedListing,
        "id" if root == "unwatchSeller" => IdKind::WatchedSeller,
        "endpointId" => IdKind::WebhookEndpoint,
        "id" if has("webhook") => IdKind::WebhookEndpoint,
        "messageIds" => IdKind::WebhookMessage,
        "fundId" | "counterFundId" => IdKind::Fund,
        "credentialId" => IdKind::ServiceCredential,
        "id" if has("service") => IdKind::ServiceAccount,
        "programId" => IdKind::Program,
        "ledgerEntryId" => IdKind::LedgerEntry,
        "ledgerEntryIds" => IdKind::LedgerEntry,
        "bankLineId" | "bankLineIds" => IdKind::BankLine,
        "bankMatchId" => IdKind::BankMatch,
        "id" if root == "ingestListings" => IdKind::Brand,
        "id" if root == "ingestRun" => IdKind::IngestRun,
        "id" if root == "bankStatement" => IdKind::BankStatement,
        "fundHoldId" => IdKind::FundHold,
        "id" if root == "fund" => IdKind::Fund,
        "id" if has("fundorder") => IdKind::FundOrder,
        "id" if has("testpurchaseprogram") => IdKind::Program,
        "itemId" if has("purchase") => IdKind::Item,
        "allocationId" => IdKind::Allocation,
        "buyerId" => IdKind::Person,
        "purchaseId" => IdKind::Purchase,
        "listingEvidenceId" | "proofEvidenceId" | "videoEvidenceId" => IdKind::Evidence,
        "id" if has("purchaseclash") => IdKind::PurchaseClash,
        "id" if has("purchase") || root == "revealBuyerIdentity" => IdKind::Purchase,
        "leadId" | "leadIds" => IdKind::Lead,
        "deliveryIds" => IdKind::Delivery,
        "brandId" | "brandIds" => IdKind::Brand,
        "organization" | "organizationId" | "agentId" | "principalId" => IdKind::Org,
        "personId" | "toPersonId" => IdKind::Person,
        "agencyId" => IdKind::Agency,
        "actionId" => IdKind::Action,
        "operationId" => IdKind::Campaign,
        "officerId" => IdKind::Officer,
        "guestId" => IdKind::Guest,
        "siteId" => IdKind::Site,
        "taskId" => IdKind::Task,
        "leadAgencyId" => IdKind::Org,
        "suspectId" => IdKind::Suspect,
        "stageId" => IdKind::Stage,
        "seizureId" | "seizureIds" | "entryId" => IdKind::Seizure,
        _ if has("seizuredestruction") => IdKind::Destruction,
        _ if root == "endFollowUp" => IdKind::Suspect,
        _ if has("outcome") || has("followup") => IdKind::Action,
        _ if has("enforcementoperation") => IdKind::Campaign,
        _ if has("deconflictionhit") => IdKind::Clash,
        _ if has("offlineaction") => IdKind::Action,
        "uploadId" if has("import") => IdKind::ImportFile,
        "uploadId" if has("certificate") => IdKind::Upload,
        "rightId" => IdKind::Right,
        _ if has("referral") => IdKind::Referral,
        _ if has("certificate") => IdKind::Certificate,
        _ if has("importupload") => IdKind::ImportFile,
        _ if has("importmapping") => IdKind::Mapping,
        _ if has("import") && !has("right") => IdKind::Import,
        "viewId" => IdKind::View,
        _ if has("savedview") => IdKind::View,
        _ if has("export") => IdKind::Export,
        _ if has("evidencetransfer") => IdKind::Transfer,
        _ if root == "liftLegalHold" => IdKind::Hold,
        _ if has("evidence") || has("custody") || has("legalhold") => IdKind::Evidence,
        _ if has("delivery") || has("inforequest") => IdKind::Delivery,
        _ if has("organization") || has("application") || has("review") => IdKind::Org,
        _ if has("user") || has("invitation") || has("secondfactor") => IdKind::Person,
        _ if has("contactpoint") => IdKind::Contact,
        _ if has("officer") => IdKind::Officer,
        _ if has("agency") => IdKind::Agency,
        _ if has("session") => IdKind::Session,
        _ if has("passkey") => IdKind::Passkey,
        _ if has("brand") => IdKind::Brand,
        _ if has("ipright") => IdKind::Right,
        _ if has("party") => IdKind::Party,
        _ if has("attorney") => IdKind::Poa,
        _ if has("mail") => IdKind::Mail,
        _ if has("notification") => IdKind::Notification,
        _ if has("handover") => IdKind::HandOver,
        _ if has("blindmatch") || root == "withdrawContact" => IdKind::Match,
        _ => IdKind::Lead,
    }
}

fn base(of_type: &Type) -> &str {
    match &of_type.base {
        BaseType::List(inner) => base(inner),
        BaseType::Named(name) => name,
    }
}
