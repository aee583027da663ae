package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// minuteWidth is how wide the lines of a minute are, in cells: as wide as a page that is printed, or a mail.
const minuteWidth = 100

// minute is the short log that can be published: who took part, each phase with its time, and what was decided how. It names who
// took part, who facilitated, who leads or was to lead, and who sees to a first action. As in every export, whose a concern, an
// objection, a proposal or a text was stays in the room, and so does who had to knock, and that somebody's seat was taken away.
type minute struct {
	tongue.Tongue
	page strings.Builder
	all  []workshop.Record
	took map[workshop.Seq]workshop.Span // how long the group was at work in a phase
	zone *time.Location                 // where the group is
}

// writeMinute writes the minute of a workshop, or what there is of it so far.
func writeMinute(w io.Writer, records []workshop.Record) error {
	records = ofTheWorkshop(records)
	end := workshop.Replay(workshop.State{}, records...)
	m := minute{Tongue: tongue.In(end.Lang), all: records, took: phaseTimes(records), zone: end.Zone()}
	m.head(end)
	var s workshop.State
	for _, r := range records {
		before := s
		s = workshop.Evolve(s, r)
		if v, enters := r.Event.(workshop.PhaseEntered); enters {
			m.phase(s, r, v)
			continue
		}
		if decides(before, r.Event) {
			m.line(narrator{before: before, after: s, record: r, to: toPublic}.tell())
		}
		if v, settles := r.Event.(workshop.StepSettled); settles {
			m.agreed(s, v.Step)
			m.parked(s, v.Step)
		}
	}
	_, err := io.WriteString(w, m.page.String())
	return err
}

// ofTheWorkshop are the records up to the end of the workshop, without those of the community that goes on.
func ofTheWorkshop(records []workshop.Record) []workshop.Record {
	for i, r := range records {
		if _, closed := r.Event.(workshop.WorkshopClosed); closed {
			return records[:i+1]
		}
	}
	return records
}

// head says what it was, when, and with whom.
func (m *minute) head(s workshop.State) {
	c := s.Canvas()
	first, last := m.all[0].At.In(m.zone), m.all[len(m.all)-1].At.In(m.zone)
	if begun := m.Day(first); first.YearDay() == last.YearDay() && first.Year() == last.Year() {
		m.wrapped("", m.Say("%s (%s), %s %s to %s", c.Title, s.ID, begun, first.Format("15:04"), last.Format("15:04")))
	} else {
		m.wrapped("", m.Say("%s (%s), %s %s to %s %s",
			c.Title, s.ID, begun, first.Format("15:04"), m.Day(last), last.Format("15:04")))
	}
	if len(c.Facilitators) > 0 {
		m.wrapped("", m.Say("Facilitated by %s", strings.Join(c.Facilitators, ", ")))
	}
	m.wrapped("", m.Count(len(c.People), "%d person took part: %s", "%d people took part: %s",
		len(c.People), strings.Join(c.People, ", ")))
}

// phase is a heading: when the phase began, and how long the group was at work in it. An empty line comes before each step.
func (m *minute) phase(s workshop.State, r workshop.Record, v workshop.PhaseEntered) {
	what := place(s, v.Position)
	if v.Back {
		what = m.Say("back to %s", what)
	}
	if v.Phase == workshop.PhaseBrief || v.Phase == workshop.PhaseGather || v.Phase == workshop.PhaseCanvas || v.Back {
		fmt.Fprintln(&m.page)
	}
	fmt.Fprintf(&m.page, "%s  %s, %s\n", r.At.In(m.zone).Format("15:04"), what, round(m.Tongue, m.took[r.Seq]))
}

// line is something that was decided.
func (m *minute) line(said string) { m.wrapped("       ", oneLine(said)) }

// agreed is what stands in the sections of a step when the group settles it: the clusters, and the notes that stand alone.
func (m *minute) agreed(s workshop.State, step workshop.Step) {
	words := format.In(s.Lang, s.Wording)
	for _, box := range s.Canvas().Sections {
		if box.Section.Step() != step || len(box.Entries) == 0 {
			continue
		}
		titles := make([]string, len(box.Entries))
		for i, e := range box.Entries {
			titles[i] = e.Title
		}
		m.line(m.Say("%s: %s", words.Heading(box.Section), strings.Join(titles, m.SayAs("list", "; "))))
	}
}

// fewParked is how many parked notes are told one by one.
const fewParked = 5

// parked are the notes of a step that were set aside when the group settled it; where there are many, how many.
func (m *minute) parked(s workshop.State, step workshop.Step) {
	var notes []string
	for _, c := range s.Canvas().Wall {
		if c.Prompt.Step() != step {
			continue
		}
		for _, card := range c.Parked {
			notes = append(notes, card.Text)
		}
	}
	switch n := len(notes); {
	case n > fewParked:
		m.line(m.Count(n, "parked, not lost: %d note, which convene export -f csv lists",
			"parked, not lost: %d notes, which convene export -f csv lists"))
	case n > 0:
		m.line(m.Say("parked, not lost: %s", strings.Join(notes, m.SayAs("list", "; "))))
	}
}

func (m *minute) wrapped(indent, said string) {
	for _, l := range theme.Wrap(said, minuteWidth-len(indent)) {
		fmt.Fprintln(&m.page, indent+l)
	}
}

// decides says whether an event is one that a minute has. Whoever comes while the group gathers stands in its head.
func decides(before workshop.State, v workshop.Event) bool {
	switch v.(type) {
	case workshop.PersonAdded, workshop.PersonJoined, workshop.PersonAdmitted, workshop.FacilitatorJoined:
		return !before.Started.IsZero()
	case workshop.FacilitatorAppointed, workshop.FacilitatorReleased,
		workshop.StatementWritten, workshop.StepSettled, workshop.ActionPlanned, workshop.ActionDropped,
		workshop.VoteClosed, workshop.VoteAbandoned, workshop.LotDrawn, workshop.NameChosen,
		workshop.MethodChosen, workshop.LeaderProposed, workshop.SignalsRevealed,
		workshop.LeaderElected, workshop.NoLeaderRecorded, workshop.ElectionReopened,
		workshop.AgendaRepaired, workshop.RepairUndone, workshop.BreakStarted, workshop.BreakEnded, workshop.BreakCounted,
		workshop.WorkshopClosed:
		return true
	default:
		return false
	}
}
