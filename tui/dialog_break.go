package tui

import (
	"time"

	"convene/workshop"
)

// takeBreak is what T does: ends the break, or asks how long one is to be.
func takeBreak(st stage) action {
	if st.view.Break.On() {
		return endBreak()
	}
	d := &pickDialog{title: st.Say("A break. The clock rests, and the time is not counted. How long?")}
	for _, minutes := range []int{5, 10, 15, 30} {
		back := st.now.Add(time.Duration(minutes) * time.Minute)
		d.items = append(d.items, pickItem{
			label: st.Count(minutes, "%d minute", "%d minutes"), note: st.Say("back at %s", hourWords(st, back)),
			then: send{command: workshop.StartBreak{Minutes: minutes}, said: st.Say("A break until %s.", hourWords(st, back))},
		})
	}
	d.items = append(d.items, pickItem{
		label: st.Say("Open end"), note: st.Say("until you end it, today or another day"),
		then: send{command: workshop.StartBreak{}, said: "A break. T ends it, today or another day."},
	})
	return show{d}
}

func endBreak() action {
	return send{command: workshop.EndBreak{}, said: "Welcome back. The clock goes on where it was."}
}

// askOutOfBreak asks before the group is called back from a break by moving on.
func askOutOfBreak(st stage, onward bool) action {
	then, question := goBack(st.view), st.Say("End the break and go back?")
	if onward {
		then, question = advance(st), st.Say("End the break and go on?")
	}
	return show{&askDialog{question: question, detail: "Everyone's screen moves with you.", yes: then}}
}
