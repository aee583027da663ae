package tui

import (
	"fmt"

	"convene/workshop"
)

// newBoothDialog offers the people without a terminal, those who have not had their turn first; nil when there are
// none.
func newBoothDialog(st stage) *pickDialog {
	task := boothTask(st.view)
	d := &pickDialog{title: "Whose turn is it? They come to this keyboard to " + task + "."}
	for _, p := range st.view.People {
		if p.Booth && p.Role == workshop.Participant {
			d.items = append(d.items, pickItem{
				label: p.Name, done: hasDone(st.view, p), note: doneWords(st.view, p), then: openBooth{p.ID},
			})
		}
	}
	if len(d.items) == 0 || task == "" {
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
		detail := "What they wrote stays."
		if !p.Booth {
			detail += " Their terminal says that they no longer have a seat."
		}
		d.items = append(d.items, pickItem{label: p.Name, then: show{&askDialog{
			question: fmt.Sprintf("Take %s's seat away?", p.Name),
			detail:   detail,
			yes:      send{command: workshop.RemovePerson{Person: p.ID}, said: p.Name + " has left."},
		}}})
	}
	if len(d.items) == 0 {
		return nil
	}
	return d
}
