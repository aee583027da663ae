package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

type blank struct{}

func (blank) typing() bool                 { return false }
func (blank) update(stage, tea.Msg) action { return nil }
func (blank) bindings(stage) []key.Binding { return nil }
func (blank) draw(stage) []string          { return nil }

type (
	boardScreen    struct{ blank }
	acceptScreen   struct{ blank }
	nameScreen     struct{ blank }
	leaderScreen   struct{ blank }
	ballotScreen   struct{ blank }
	weighScreen    struct{ blank }
	rollScreen     struct{ blank }
	nominateScreen struct{ blank }
	canvasScreen   struct{ blank }
	canvasDialog   struct {
		blank
		canvas workshop.Canvas
	}
)

func newBoardScreen() screen                 { return &boardScreen{} }
func newNominateScreen() screen              { return &nominateScreen{} }
func newBallotScreen(v workshop.View) screen { return &ballotScreen{} }
func newWeighScreen(v workshop.View) screen  { return &weighScreen{} }

func forceDiagram(st stage, f *workshop.ForceField, width, height int) []string { return nil }
