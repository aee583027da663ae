package main

import (
	"fmt"
	"io"
	"strings"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// writeLedger writes a table of where the time of a workshop went, after a blank line; nothing before the group has begun.
// Each number is rounded by itself, so that a column can be a minute or two beside its sum.
func writeLedger(w io.Writer, s workshop.State) error {
	l := s.Canvas().Time
	if l == nil {
		return nil
	}
	wide := 22 // cells, for the names; a format may have longer ones
	for _, b := range l.Blocks {
		wide = max(wide, text.Cells(stepName(s, b.Step))+2)
	}
	said := tongue.In(s.Lang)
	var page strings.Builder
	row := func(name string, planned, actual any) {
		fmt.Fprintf(&page, "%s%*v%8v\n", name, wide-text.Cells(name)+7, planned, actual)
	}
	fmt.Fprintln(&page)
	row(said.Say("minutes, rounded"), said.Say("planned"), said.Say("actual"))
	for _, b := range l.Blocks {
		if b.Step == workshop.StepReserve {
			name := stepName(s, b.Step)
			fmt.Fprintf(&page, "%s%*d\n", name, wide-text.Cells(name)+7, b.Planned.Minutes()) // it is time that no step has
			continue
		}
		row(stepName(s, b.Step), b.Planned.Minutes(), b.Actual.Minutes())
	}
	row(said.Say("in all"), l.Planned.Minutes(), l.Actual.Minutes())
	row(said.Say("breaks, not counted"), "", l.Breaks.Minutes())
	if !s.Closed() {
		fmt.Fprintln(&page, said.Say("The workshop is not finished: this counts up to its last record."))
	}
	_, err := io.WriteString(w, page.String())
	return err
}
