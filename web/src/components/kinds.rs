//! Which kinds of storage occur. The document holds the one that counts; the others are
//! remembered as what was chosen, so that the page shows them again.

use exchange_advisor_core::choice::Choices;
use exchange_advisor_core::deployment::{Answer, AnswerRef, Deployment, Value};
use exchange_advisor_core::questions::StorageKind;
use yew::prelude::*;

use super::choices::{Several, members};
use super::question::{Look, Texts, offers};

/// What is shown.
pub struct Kinds<'k> {
    pub at: AnswerRef,
    pub path: AttrValue,
    pub deployment: &'k Deployment,
    /// What was chosen, as ids with commas between, if that is more than the answer.
    pub draft: Option<AttrValue>,
    pub fault: Option<AttrValue>,
    /// The answer, and what was chosen.
    pub give: Callback<(Answer<Value>, String)>,
}

/// Which kinds of storage occur.
pub fn show(props: &Kinds<'_>) -> Html {
    let question = props.at.question();
    let answer = props.deployment.answer(props.at.subject, props.at.slot);
    let own = match answer {
        Answer::Given(Value::Choice(place)) => StorageKind::from_index(*place),
        _ => None,
    };
    let remembered =
        props.draft.as_ref().map(|draft| set_of(draft)).filter(|set| StorageKind::that_counts(*set) == own);
    let set = remembered.unwrap_or_else(|| own.map_or(Choices::from_bits(0), |kind| StorageKind::set(&[kind])));
    let texts = Texts {
        path: props.path.clone(),
        wording: question.wording.into(),
        hint: "Choose every kind that occurs on the disks with databases, logs or queues; the disk with Windows is not meant. Where a disk lies counts before how it is provisioned: a virtual disk on a file share is on the share, thick or thin.".into(),
        called: AttrValue::default(),
        look: Look::Page,
        fault: props.fault.clone(),
    };
    let value =
        Callback::from(|places: Vec<usize>| Value::Set(places.into_iter().fold(0, |set, place| set | 1 << place)));
    let give = {
        let give = props.give.clone();
        Callback::from(move |given: Answer<Value>| match given {
            Answer::Given(Value::Set(bits)) => {
                let set = Choices::<StorageKind>::from_bits(bits);
                let ids: Vec<&str> = set.iter().map(StorageKind::id).collect();
                let counts = StorageKind::that_counts(set)
                    .map_or(Answer::NotAsked, |kind| Answer::Given(Value::Choice(kind.index())));
                give.emit((counts, if ids.len() > 1 { ids.join(",") } else { String::new() }));
            }
            Answer::NotKnown => give.emit((Answer::NotKnown, String::new())),
            _ => give.emit((Answer::NotAsked, String::new())),
        })
    };
    let chosen = (!set.is_empty()).then(|| set.iter().map(|kind| usize::from(kind.index())).collect::<Vec<_>>());
    let offers = offers(props.deployment, props.at.slot, set.bits(), Look::Page);
    let counts = own.filter(|_| set.iter().count() > 1);
    let label = counts.and_then(|kind| offers.iter().find(|offer| offer.place == usize::from(kind.index())).cloned());
    html! {
        <>
            { members(&Several { texts, offers, chosen, unknown: *answer == Answer::NotKnown, none: false, value, give }) }
            <p class="understood" role="status" id="counts">
                if let Some(label) = label {
                    { "Of the kinds you chose one counts for the policy: " }<strong>{ label.label }</strong>{ "." }
                }
            </p>
        </>
    }
}

fn set_of(ids: &str) -> Choices<StorageKind> {
    ids.split(',')
        .filter_map(StorageKind::from_id)
        .fold(Choices::from_bits(0), |set, kind| set.or(StorageKind::set(&[kind])))
}
