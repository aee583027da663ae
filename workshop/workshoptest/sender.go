package workshoptest

import (
	"errors"
	"slices"
	"strings"

	"convene/workshop"
)

// Sender is somebody who sends a command from where they sit, in one of the roles that there are.
type Sender struct {
	Role   string
	Letter string // in the table of testdata/gate.txt
	Person workshop.PersonID
	Via    workshop.PersonID // whose keyboard it is, in the booth
}

// Envelope is a command as this sender's seat would send it.
func (p Sender) Envelope(s *Stage, c workshop.Command) workshop.Envelope {
	return workshop.Envelope{By: p.Person, Via: p.Via, At: s.Now, Command: c}
}

// Senders lists everybody who could send a command in the Moments. The wall's seat is nobody's.
func Senders() []Sender {
	return []Sender{
		{"facilitator", "F", Fay, ""},
		{"co-facilitator", "C", "coe", ""},
		{"participant", "P", "pat", ""},
		{"participant in the booth", "B", "boo", Fay},
		{"observer", "O", "obs", ""},
		{"wall", "W", "", ""},
		{"removed participant", "R", "rex", ""},
		{"stranger", "S", "eve", ""},
	}
}

// company is a workshop with everybody whom Senders lists, but for those who have no seat and never had one.
func company() Line {
	return func(s *Stage) error {
		return s.Play(Opened(),
			By("coe", workshop.Join{Name: "Coe"}), By(Fay, workshop.AppointFacilitator{Person: "coe"}),
			By("pat", workshop.Join{Name: "Pat"}), By(Fay, workshop.AddPerson{Person: "boo", Name: "Boo"}),
			By("rex", workshop.Join{Name: "Rex"}), By(Fay, workshop.RemovePerson{Person: "rex"}))
	}
}

// Moment is a workshop at one of the times that make a difference to who may send what.
type Moment struct {
	Name string
	Line Line
}

// Moments lists a workshop that has not been opened, one in every phase, with an open vote, on a break, and finished.
func Moments() []Moment {
	in := func(phase workshop.Phase, more ...Line) Line {
		return func(s *Stage) error {
			return s.Play(append([]Line{company(), Reach(workshop.StepVision, phase)}, more...)...)
		}
	}
	idea := By("pat", workshop.WriteNote{Prompt: workshop.PromptVision, Text: "One"})
	canvas := func(s *Stage) error { return s.Play(company(), Reach(workshop.StepClosing, workshop.PhaseCanvas)) }
	return []Moment{
		{"none", func(*Stage) error { return nil }},
		{"gather", company()},
		{"brief", in(workshop.PhaseBrief)},
		{"diverge", in(workshop.PhaseDiverge)},
		{"share", in(workshop.PhaseShare)},
		{"converge", in(workshop.PhaseConverge)},
		{"voting", in(workshop.PhaseDiverge, idea, Reach(workshop.StepVision, workshop.PhaseConverge), By(Fay, workshop.OpenVote{}))},
		{"break", in(workshop.PhaseConverge, By(Fay, workshop.StartBreak{}))},
		{"align", in(workshop.PhaseAlign)},
		{"canvas", canvas},
		{"closed", func(s *Stage) error { return s.Play(canvas, By(Fay, workshop.CloseWorkshop{})) }},
	}
}

// Passes is the word of the table for what gets past the gate: what the command says decides.
const Passes = "+"

// Gate is what a refusal says about the sender and the moment, in the table's word; Passes when it is about something else.
func Gate(refusal error) string {
	for _, g := range []struct {
		refusals []error
		word     string
	}{
		{[]error{workshop.ErrNotOpen}, "none"},
		{[]error{workshop.ErrAlreadyOpen}, "open"},
		{[]error{workshop.ErrClosed}, "closed"},
		{[]error{workshop.ErrUnfinished}, "later"},
		{[]error{workshop.ErrStranger}, "seat"},
		{[]error{workshop.ErrFacilitatorOnly, workshop.ErrParticipantOnly}, "who"},
		{[]error{workshop.ErrSeatTaken, workshop.ErrRemoved, workshop.ErrTurnedAway}, "who"},
		{[]error{workshop.ErrOwnTerminal, workshop.ErrBoothOnly}, "booth"},
		{[]error{workshop.ErrNotNow}, "phase"},
		{[]error{workshop.ErrVoteOpen}, "vote"},
	} {
		if slices.ContainsFunc(g.refusals, func(e error) bool { return errors.Is(refusal, e) }) {
			return g.word
		}
	}
	return Passes
}

// Table reads the table of testdata/gate.txt: the word for each command, the letter of each sender, and each moment.
func Table(text string) map[string]map[string]map[string]string {
	out := make(map[string]map[string]map[string]string)
	for _, c := range Commands() {
		out[Name(c)] = make(map[string]map[string]string)
	}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) != len(Moments())+2 || out[f[0]] == nil {
			continue // the legend
		}
		for letter := range strings.SplitSeq(f[1], "") {
			out[f[0]][letter] = make(map[string]string)
			for i, m := range Moments() {
				out[f[0]][letter][m.Name] = f[i+2]
			}
		}
	}
	return out
}
