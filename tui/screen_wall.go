package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
)

// wallScreen is a screen of the wall: a picture of what everyone may see, large enough for the back row. Nothing is
// selected on it and no key changes it.
type wallScreen struct{ picture func(st stage) []string }

// newWallScreen makes the wall's screen of a scene.
func newWallScreen(s scene) screen {
	switch s.kind {
	case "gather":
		return &gatherScreen{}
	case "break":
		return wallScreen{wallBreak}
	case "brief":
		return wallScreen{wallBrief}
	case "quiet":
		return wallScreen{wallQuiet}
	case "board":
		var rows board.Rows
		return wallScreen{func(st stage) []string { return wallBoard(st, &rows) }}
	case "statement":
		return wallScreen{wallStatement}
	case "align":
		return wallScreen{wallAlign}
	case "proposal":
		return wallScreen{wallProposal}
	case "accept", "reasons":
		return wallScreen{wallNominees}
	case "name":
		return wallScreen{wallName}
	case "leader":
		return wallScreen{wallLeader}
	case "roll":
		return wallScreen{wallRoll}
	case "check", "check-roll":
		return wallScreen{wallCheck}
	case "cards":
		return wallScreen{wallCards}
	default:
		return wallScreen{wallCanvas}
	}
}

func (s wallScreen) typing() bool                 { return false }
func (s wallScreen) update(stage, tea.Msg) action { return nil }
func (s wallScreen) bindings(stage) []key.Binding { return nil }
func (s wallScreen) draw(st stage) []string       { return s.picture(st) }
