package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
)

// votesDialog says how the vote on the name will be decided, and asks how many votes everyone has, before it is opened.
type votesDialog struct{ votes dial }

func newVotesDialog(v workshop.View) *votesDialog {
	return &votesDialog{dialAt(v.Votes, workshop.MaxNameVotes)}
}

func (d *votesDialog) outlives(stage) bool { return false }

func (d *votesDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.back):
		return dismiss{}
	case d.votes.turn(k, m):
	case key.Matches(m, k.enter, k.vote):
		return attempt{send{command: workshop.OpenVote{Dots: d.votes.at}}}
	}
	return nil
}

// draw says that a tie is part of the plan, before anybody could be disappointed by one.
func (d *votesDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 60)
	lines := styled(t.Strong, theme.Wrap(st.Say("The vote on the name"), width))
	rule := voteRule(st.Tongue, workshop.Vote{Purpose: workshop.ForName, Round: 1, Rule: ballot.Rule{Budget: d.votes.at, PerOption: 1}})
	lines = append(lines, styled(t.Text, theme.Wrap(rule, width))...)
	lines = append(lines, styled(t.Muted, theme.Wrap(
		st.Say("A tie for the first place is normal, and no reason to worry: it is decided like everything else."), width))...)
	return append(lines, "",
		t.Key.Render("- +")+"  "+t.Text.Render(st.Say("votes for everyone"))+"  "+d.votes.draw(st, st.Say("as the format has it")),
		"", t.Key.Render(st.Say("enter"))+" "+st.Say("open the vote")+"    "+t.Key.Render("esc")+" "+st.Say("not now"))
}

func (d *votesDialog) bindings(st stage) []key.Binding {
	k := st.keys
	return slices.Concat([]key.Binding{named(k.enter, "open the vote")},
		d.votes.turns(k, tongue.Mark("a vote more"), tongue.Mark("a vote less")), []key.Binding{named(k.back, "not now")})
}
