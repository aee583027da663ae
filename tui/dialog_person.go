package tui

import "convene/workshop"

// newBoothDialog offers the people without a terminal, those who have not had their turn first; nil when there are
// none.
func newBoothDialog(st stage) *pickDialog {
	todo := boothTask(st.view)
	d := &pickDialog{title: todo.question()}
	for _, p := range st.view.People {
		if p.Booth && p.Role == workshop.Participant {
			d.items = append(d.items, pickItem{
				label: p.Name, done: hasDone(st.view, p), note: doneWords(st.view, p), then: openBooth{p.ID},
			})
		}
	}
	if len(d.items) == 0 || todo == noTask {
		return nil
	}
	d.startAtFirstOpen()
	return d
}

// newRemoveDialog offers everyone who takes part; nil when nobody does.
func newRemoveDialog(st stage) *pickDialog {
	d := &pickDialog{title: "Who leaves the workshop? What they wrote stays."}
	for _, p := range st.view.People {
		if p.Role != workshop.Participant {
			continue
		}
		detail := st.Say("What they wrote stays.")
		if !p.Booth {
			detail = st.Say("What they wrote stays. Their terminal says that they no longer have a seat.")
		}
		d.items = append(d.items, pickItem{label: p.Name, then: show{&askDialog{
			question: st.Say("Take %s's seat away?", p.Name),
			detail:   detail,
			yes:      send{command: workshop.RemovePerson{Person: p.ID}, said: st.Say("%s has left.", p.Name)},
		}}})
	}
	if len(d.items) == 0 {
		return nil
	}
	return d
}
