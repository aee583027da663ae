package tui

import (
	"fmt"
	"time"

	"convene/workshop"
)

// takeBreak is what T does: ends the break, or asks how long one is to be.
func takeBreak(st stage) action {
	if st.view.Break.On() {
		return endBreak()
	}
	d := &pickDialog{title: "A break. The clock rests, and the time is not counted. How long?"}
	for _, minutes := range []int{5, 10, 15, 30} {
		back := st.now.Add(time.Duration(minutes) * time.Minute)
		d.items = append(d.items, pickItem{
			label: fmt.Sprintf("%d minutes", minutes), note: "back at " + hourWords(st, back),
			then: send{command: workshop.StartBreak{Minutes: minutes}, said: "A break until " + hourWords(st, back) + "."},
		})
	}
	d.items = append(d.items, pickItem{
		label: "Open end", note: "until you end it, today or another day",
		then: send{command: workshop.StartBreak{}, said: "A break. T ends it, today or another day."},
	})
	return show{d}
}

func endBreak() action {
	return send{command: workshop.EndBreak{}, said: "Welcome back. The clock goes on where it was."}
}

// askOutOfBreak asks before the group is called back from a break by moving on.
func askOutOfBreak(st stage, onward bool) action {
	then, where := goBack(st.view), "go back"
	if onward {
		then, where = advance(st), "go on"
	}
	return show{&askDialog{
		question: "End the break and " + where + "?", detail: "Everyone's screen moves with you.", yes: then,
	}}
}
