package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// votesDialog says how the vote on the name will be decided, and asks how many votes everyone has, before it is opened.
type votesDialog struct{ votes int }

func newVotesDialog() *votesDialog { return &votesDialog{workshop.NameVotes} }

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
	case key.Matches(m, k.more, k.right, k.up):
		d.votes = min(d.votes+1, workshop.MaxNameVotes)
	case key.Matches(m, k.less, k.left, k.down):
		d.votes = max(d.votes-1, 1)
	case key.Matches(m, k.enter, k.vote):
		return attempt{send{command: workshop.OpenVote{Dots: d.votes}}}
	}
	return nil
}

// draw says that a tie is part of the plan, before anybody could be disappointed by one.
func (d *votesDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 60)
	lines := styled(t.Strong, theme.Wrap("The vote on the name", width))
	rule := voteRule(workshop.Vote{Purpose: workshop.ForName, Round: 1, Rule: ballot.Rule{Budget: d.votes, PerOption: 1}})
	lines = append(lines, styled(t.Text, theme.Wrap(rule, width))...)
	lines = append(lines, styled(t.Muted, theme.Wrap("A tie for the first place is normal, and no reason to worry: it is decided like everything else.", width))...)
	marks := ""
	for range d.votes {
		marks += t.Dot + " "
	}
	usual := ""
	if d.votes == workshop.NameVotes {
		usual = t.Muted.Render("  as the format has it")
	}
	return append(lines, "",
		t.Key.Render("- +")+"  "+t.Text.Render("votes for everyone  ")+t.Accent.Render(marks)+t.Strong.Render(fmt.Sprint(d.votes))+usual,
		"", t.Key.Render("enter")+" open the vote    "+t.Key.Render("esc")+" not now")
}

func (d *votesDialog) bindings(st stage) []key.Binding {
	k := st.keys
	return []key.Binding{named(k.enter, "open the vote"), named(k.more, "a vote more"), named(k.less, "a vote less"), named(k.back, "not now")}
}
