//! A generated alliance in a database, and what the oracle says of every object in it.

use touchstone::{
    leads::jobs,
    permissions::{Action, Scope, table::scope},
    platform::ids::{IdKind, encode},
};
use uuid::Uuid;

use super::{
    generated::{self, Size},
    oracle::Oracle,
    records::{Alliance, Lead, Person as Record},
    rows::{self, entries_of},
};
use crate::support::{Person, World};

/// An object of the alliance that has an id of its own.
pub(super) struct Object {
    pub(super) kind: IdKind,
    pub(super) id: Uuid,
    pub(super) lead: usize,
}

impl Object {
    pub(super) fn public_id(&self) -> String {
        encode(self.kind, self.id)
    }
}

/// The alliance, where it is stored, and every object in it.
pub(super) struct Stored {
    pub(super) world: World,
    pub(super) alliance: Alliance,
    pub(super) objects: Vec<Object>,
}

pub(super) async fn stored(world: World, size: &Size) -> Stored {
    let mut alliance = generated::alliance(1, world.now(), size);
    // Nothing in the product releases a lead to everybody yet.
    alliance.leads.iter_mut().for_each(|lead| lead.released = false);
    rows::write(&world, &alliance).await;
    jobs::rebuild(&world.app).await.unwrap();
    touchstone::subjects::jobs::reindex(&world.app).await.unwrap();
    let mut objects = Vec::new();
    for (index, lead) in alliance.leads.iter().enumerate() {
        let mut add = |kind, id| objects.push(Object { kind, id, lead: index });
        add(IdKind::Lead, lead.id);
        lead.items.iter().for_each(|item| add(IdKind::Item, item.id));
        lead.deliveries
            .iter()
            .for_each(|delivery| add(IdKind::Delivery, delivery.id));
        lead.comments
            .iter()
            .for_each(|comment| add(IdKind::Comment, comment.id));
        lead.subjects
            .iter()
            .for_each(|subject| add(IdKind::Subject, subject.id));
        lead.evidence()
            .into_iter()
            .for_each(|evidence| add(IdKind::Evidence, evidence.id));
        entries_of(lead)
            .into_iter()
            .for_each(|(id, _, _)| add(IdKind::Entry, id));
    }
    Stored {
        world,
        alliance,
        objects,
    }
}

impl Stored {
    pub(super) fn asks(&self, record: &Record) -> Person {
        Person {
            world: self.world.clone(),
            id: record.id,
            organization: record.organization,
            name: String::new(),
            email: String::new(),
        }
    }

    /// What the oracle says of an object.
    pub(super) fn sees(&self, person: &Record, object: &Object) -> bool {
        let oracle = Oracle {
            alliance: &self.alliance,
            forced: None,
        };
        let lead = &self.alliance.leads[object.lead];
        match object.kind {
            IdKind::Lead => oracle.sees_lead(person, lead),
            IdKind::Item => {
                let item = lead.items.iter().find(|item| item.id == object.id).unwrap();
                oracle.sees_item(person, lead, item)
            }
            IdKind::Delivery => {
                let delivery = lead
                    .deliveries
                    .iter()
                    .find(|delivery| delivery.id == object.id)
                    .unwrap();
                oracle.sees_delivery(person, lead, delivery)
            }
            IdKind::Comment => {
                let comment = lead.comments.iter().find(|comment| comment.id == object.id).unwrap();
                oracle.sees_comment(person, lead, comment)
            }
            IdKind::Subject => {
                let subject = lead.subjects.iter().find(|subject| subject.id == object.id).unwrap();
                oracle.sees_subject(person, lead, subject)
            }
            IdKind::Evidence => {
                let evidence = lead
                    .evidence()
                    .into_iter()
                    .find(|evidence| evidence.id == object.id)
                    .unwrap();
                oracle.sees_evidence(person, lead, &evidence)
            }
            IdKind::Entry => {
                let (_, visibility, about) = entries_of(lead).into_iter().find(|(id, ..)| *id == object.id).unwrap();
                let evidence = || {
                    let of_lead = lead.evidence().into_iter();
                    of_lead.into_iter().find(|evidence| Some(evidence.id) == about).unwrap()
                };
                let delivery = || {
                    lead.deliveries
                        .iter()
                        .find(|delivery| Some(delivery.id) == about)
                        .unwrap()
                };
                match visibility {
                    "VIEWERS" => oracle.sees_lead(person, lead),
                    "KEEPERS" => oracle.sees_entry_of_keepers(person, lead),
                    "EVIDENCE" => oracle.sees_evidence_entry(person, lead, &evidence()),
                    "EVIDENCE_KEEPERS" => oracle.sees_evidence_entry_of_keepers(person, lead, &evidence()),
                    "DELIVERY" => oracle.sees_delivery(person, lead, delivery()),
                    // The question is put to the keepers, who do not learn whose delivery it is.
                    "QUESTION" => {
                        oracle.sees_delivery(person, lead, delivery()) || oracle.sees_entry_of_keepers(person, lead)
                    }
                    "SUBJECT" => {
                        let subject = lead.subjects.iter().find(|subject| Some(subject.id) == about).unwrap();
                        oracle.sees_subject(person, lead, subject)
                    }
                    _ => {
                        let comment = lead.comments.iter().find(|comment| Some(comment.id) == about).unwrap();
                        oracle.sees_comment(person, lead, comment)
                    }
                }
            }
            other => panic!("{other:?} has no audience"),
        }
    }

    /// The objects of a kind that a person is to see.
    pub(super) fn seen(&self, person: &Record, kind: IdKind) -> Vec<&Object> {
        self.objects
            .iter()
            .filter(|object| object.kind == kind && self.sees(person, object))
            .collect()
    }

    /// Whether a person may ask for leads at all; who may not is refused before anything is looked at.
    pub(super) fn may_ask(&self, person: &Record) -> bool {
        let active = person.active && self.alliance.organization(person.organization).active;
        active
            && person
                .roles
                .iter()
                .any(|role| scope(*role, Action::LeadRead) != Scope::No)
    }

    /// Whether it is a subject that is a person.
    pub(super) fn is_person(&self, object: &Object) -> bool {
        let mut subjects = self.lead(object).subjects.iter();
        subjects.any(|subject| subject.id == object.id && subject.is_person)
    }

    pub(super) fn lead(&self, object: &Object) -> &Lead {
        &self.alliance.leads[object.lead]
    }
}
