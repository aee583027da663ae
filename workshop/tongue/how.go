package tongue

import "convene/workshop"

// How says how a decision was reached, in brackets or behind a comma: "by runoff".
func (t Tongue) How(h workshop.How) string {
	switch h {
	case workshop.ByVote:
		return t.Say("by vote")
	case workshop.ByRunoff:
		return t.Say("by runoff")
	case workshop.ByLot:
		return t.Say("by lot")
	case workshop.ByConsent:
		return t.Say("by consent")
	default:
		return t.Say("by %s", string(h))
	}
}
