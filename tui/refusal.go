package tui

import (
	"errors"

	"convene/workshop"
	"convene/workshop/tongue"
)

// errNoFiles is said where there is no disk of the person's own to save to.
var errNoFiles = errors.New("there is no folder to save to from here")

// refusal says why a command was refused. Whoever comes in under a name that is taken may be the one who has it.
func refusal(v workshop.View, c workshop.Command, err error) string {
	l := in(v)
	if _, joins := c.(workshop.Join); joins && errors.Is(err, workshop.ErrNameTaken) {
		return l.Say("Somebody here has that name. If it is you: tab, and your seat code. If not, add a letter.")
	}
	if _, nominates := c.(workshop.Nominate); nominates && errors.Is(err, workshop.ErrRevealed) {
		return l.Say("The nominations are revealed, and the ten seconds are over: this one can't be sent.")
	}
	if held := (*workshop.HeldError)(nil); errors.As(err, &held) {
		return l.Say("%s is carrying that. A facilitator can free it.", nameOf(v, held.Person))
	}
	if _, plans := c.(workshop.PlanAgenda); plans && (errors.Is(err, workshop.ErrNotNow) || errors.Is(err, workshop.ErrBegun)) {
		return l.Say("The workshop has begun, so its plan stays as it was.")
	}
	if _, plans := c.(workshop.PlanAction); plans && errors.Is(err, workshop.ErrAlreadyThere) {
		return in(v).Say("That is planned already: somebody was a moment faster.")
	}
	if errors.Is(err, workshop.ErrNoOutcome) {
		return l.Say("There is no leader. N records that there is none yet, and why: that is a valid outcome.")
	}
	if said := tooLate(l, c, err); said != "" {
		return said
	}
	return l.Error(err)
}

// tooLate says why the wall can't be worked on, to somebody whose hand was on it when the group went on to something
// else: the key was right, only a moment late. It is empty for everything else.
func tooLate(l tongue.Tongue, c workshop.Command, err error) string {
	moves := true
	switch c.(type) {
	case workshop.TitleCluster, workshop.PlaceCluster, workshop.UndoLast:
		moves = false
	case workshop.FormCluster, workshop.DropOn, workshop.MoveNotes, workshop.MergeClusters, workshop.ParkNotes:
	default:
		return ""
	}
	switch {
	case errors.Is(err, workshop.ErrVoteOpen):
		return l.Say("A vote has just opened: the wall rests until it is counted.")
	case errors.Is(err, workshop.ErrNotNow), errors.Is(err, workshop.ErrOtherStep):
		return l.Say("The group has just moved on, so the wall stays as it was.")
	case errors.Is(err, workshop.ErrAlreadyThere) && moves:
		return l.Say("That is done already: somebody was a moment faster.")
	default:
		return ""
	}
}
