package tongue

import "convene/workshop"

// Settled is a line about how a step ended: how many showed what, the most willing first, whether they decided to go on
// although not everyone was behind it, and whether the step was reopened since. It names nobody and holds nothing that was
// typed. The canvas on the screen and every export say it.
func (t Tongue) Settled(s workshop.Settlement) string {
	var hands []string
	for level := workshop.MaxLevel; level >= 0; level-- {
		if n := s.Hands[level]; n > 0 {
			hands = append(hands, t.Count(n, "%d showed %d", "%d showed %d", n, level))
		}
	}
	if s.Missing > 0 {
		hands = append(hands, t.Count(s.Missing, "%d showed no hand", "%d showed no hand"))
	}
	if len(hands) == 0 {
		return t.unshown(s)
	}
	said := hands[0]
	for _, next := range hands[1:] {
		said = t.SayAs("hands", "%s, %s", said, next)
	}
	switch {
	case s.Despite && s.Reopened:
		return t.Say("%s; the group went on all the same; reopened since", said)
	case s.Despite:
		return t.Say("%s; the group went on all the same", said)
	case s.Reopened:
		return t.Say("%s; reopened since", said)
	default:
		return said
	}
}

// unshown is the line about a step in which nobody was there to show a hand.
func (t Tongue) unshown(s workshop.Settlement) string {
	switch {
	case s.Despite && s.Reopened:
		return t.Say("nobody showed a hand; the group went on all the same; reopened since")
	case s.Despite:
		return t.Say("nobody showed a hand; the group went on all the same")
	case s.Reopened:
		return t.Say("nobody showed a hand; reopened since")
	default:
		return t.Say("nobody showed a hand")
	}
}
