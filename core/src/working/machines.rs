//! Conditions about several machines at once.

use super::leaf::{answers, missing};
use super::tell::{Part, Place, Teller, Told};
use super::words;
use crate::condition::Condition;
use crate::deployment::{Answer, GuestIndex, HostIndex, Subject, Value};
use crate::question::Slot;
use crate::questions::deployment::NODES;
use crate::questions::{guest, question};
use crate::truth::Truth;

/// So many of several machines are told about one by one.
const MOST_TOLD: usize = 3;

impl Teller<'_> {
    /// An Exchange machine on the host answers so.
    pub(super) fn a_guest_here(&self, inner: &Condition, whole: &Condition, place: Place) -> Told {
        let Subject::Host(host) = place.subject else { return self.tell(&Condition::Never, place) };
        let name = self.host_name(host);
        let truth = self.judge(whole, place.subject);
        let here = self.facts.guests_on(host);
        let with = |wanted: Truth, guests: &[GuestIndex]| -> Vec<GuestIndex> {
            let fits = |guest: &&GuestIndex| self.judge(inner, Subject::Guest(**guest)) == wanted;
            guests.iter().filter(fits).copied().collect()
        };
        let mut slots: Vec<Slot> = Vec::new();
        inner.reads(&mut |slot| slots.push(slot));
        let asked = slots.first().map_or("", |slot| question(*slot).name);
        if truth == Truth::Yes {
            let those = with(Truth::Yes, here);
            let mut told = Told { standing: place.standing(truth), key: Vec::new(), rest: Vec::new(), sum: false };
            for guest in those.iter().take(MOST_TOLD) {
                told.key.extend(self.tell(inner, Place { subject: Subject::Guest(*guest), ..place }).key);
            }
            if those.len() > MOST_TOLD {
                let more = those.get(MOST_TOLD..).unwrap_or(&[]);
                told.key.push(Part { text: format!("the same on {name}: {}", self.guests(more)), holds: truth });
            }
            return told;
        }
        let mut told = if truth == Truth::No && here.is_empty() {
            Told::new(place.standing(truth), format!("no Exchange machine is on {name}"), truth)
        } else if truth == Truth::No {
            let text = format!("no Exchange machine on {name} has {} as {asked}", answers(inner, true));
            Told::new(place.standing(truth), text, truth)
        } else {
            let text = format!("it applies if an Exchange machine on {name} has {} as {asked}", answers(inner, true));
            Told::new(place.standing(truth), text, truth)
        };
        let mut say = |text: String| told.rest.push(Part { text, holds: Truth::Unknown });
        let open = with(Truth::Unknown, here);
        if truth == Truth::Unknown && !open.is_empty() {
            say(format!("{asked} ({}): not answered", self.guests(&open)));
        }
        let mut may = with(Truth::Yes, &self.facts.unplaced);
        may.extend(with(Truth::Unknown, &self.facts.unplaced));
        if truth == Truth::Unknown && !may.is_empty() {
            say(format!(
                "{} ({}): not answered, so perhaps {name}",
                question(guest::HOST.slot()).name,
                self.guests(&may)
            ));
        }
        told
    }

    /// Two nodes of the Exchange cluster are on one host.
    pub(super) fn nodes(&self, whole: &Condition, place: Place) -> Told {
        let truth = self.judge(whole, place.subject);
        let standing = place.standing(truth);
        let name = question(NODES.slot()).name;
        let answer = self.facts.answer(Subject::Deployment, NODES.slot());
        let Answer::Given(Value::Guests(nodes)) = answer else {
            let guests = u32::try_from(self.facts.deployment.guests().len()).unwrap_or(u32::MAX);
            let all: Vec<GuestIndex> = (0..guests).map(GuestIndex).collect();
            let mut text = format!("{name}: {}", missing(answer));
            if truth == Truth::No {
                text.push_str(", but no two machines are on one host");
                return Told::new(standing, text, truth);
            }
            let mut told = Told::new(standing, text, truth);
            for (host, here) in self.shared(&all).into_iter().take(MOST_TOLD) {
                let text =
                    format!("on {}: {}; no two of them should be nodes", self.host_name(host), self.guests(&here));
                told.rest.push(Part { text, holds: truth });
            }
            self.unplaced(&all, &mut told);
            return told;
        };
        if nodes.len() < 2 {
            let tail = if nodes.is_empty() { "" } else { "; one alone shares no host" };
            let text = format!("{name}: {}{tail}", self.value(NODES.slot(), &Value::Guests(nodes.clone())));
            return Told::new(standing, text, truth);
        }
        let hosts = self.facts.deployment.hosts().len();
        let shared = self.shared(nodes);
        let mut told = Told { standing, key: Vec::new(), rest: Vec::new(), sum: false };
        if shared.is_empty() {
            let placed = nodes.iter().filter_map(|node| Some((node, self.facts.host_of(*node)?)));
            let placed: Vec<String> = placed
                .map(|(node, host)| format!("{} on {}", self.name(Subject::Guest(*node)), self.host_name(host)))
                .collect();
            let where_they_are = words::listed_texts(&placed, ", ");
            let text = match truth {
                Truth::Yes => format!("{} nodes on {hosts} hosts, so two of them share one", nodes.len()),
                Truth::No => format!("each of the {} nodes is on a host of its own: {where_they_are}", nodes.len()),
                Truth::Unknown if placed.is_empty() => format!("{} nodes, of which no host is known", nodes.len()),
                Truth::Unknown => format!("{} nodes, so far each on a host of its own: {where_they_are}", nodes.len()),
            };
            told.key.push(Part { text, holds: truth });
        }
        for (host, here) in shared.iter().take(MOST_TOLD) {
            let text = format!("nodes together on {}: {}", self.host_name(*host), self.guests(here));
            told.key.push(Part { text, holds: truth });
        }
        if shared.len() > MOST_TOLD {
            let text =
                format!("nodes together on{} as well", words::others(shared.len() - MOST_TOLD).replace(" and", ""));
            told.rest.push(Part { text, holds: truth });
        }
        if truth == Truth::Unknown {
            self.unplaced(nodes, &mut told);
        }
        told
    }

    /// The hosts with more than one of these guests.
    fn shared(&self, guests: &[GuestIndex]) -> Vec<(HostIndex, Vec<GuestIndex>)> {
        let hosts = u32::try_from(self.facts.deployment.hosts().len()).unwrap_or(u32::MAX);
        let on = |host| {
            let here = guests.iter().filter(|guest| self.facts.host_of(**guest) == Some(host));
            (host, here.copied().collect::<Vec<_>>())
        };
        (0..hosts).map(HostIndex).map(on).filter(|(_, here)| here.len() > 1).collect()
    }

    /// Names those of the guests whose host is missing.
    fn unplaced(&self, guests: &[GuestIndex], told: &mut Told) {
        let open: Vec<GuestIndex> =
            guests.iter().filter(|guest| self.facts.host_of(**guest).is_none()).copied().collect();
        if !open.is_empty() {
            let text = format!("{} ({}): not answered", question(guest::HOST.slot()).name, self.guests(&open));
            told.rest.push(Part { text, holds: Truth::Unknown });
        }
    }
}
