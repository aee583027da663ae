package sshd

import (
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// A window larger than this is treated as this large: nobody reads so much, and every cell costs memory.
const (
	MaxWidth  = 400
	MaxHeight = 150
)

// Terminal is what is known about somebody's terminal when it is opened.
type Terminal struct {
	Width, Height int                  // of the window, in cells: at least 1×1, at most MaxWidth × MaxHeight
	Profile       colorprofile.Profile // the colours it shows
	ASCII         bool                 // it has no other glyphs
	Term          string               // TERM, cleaned
	Wall          bool                 // it was opened as "ssh -t host wall"
}

// terminalOf makes a Terminal of what a client has asked for. Of the environment only LANG and LC_* have arrived.
func terminalOf(term string, s size, environ []string) Terminal {
	if term = word(term); term == "" {
		term = "dumb"
	}
	return Terminal{
		Width: s.width, Height: s.height, Term: term,
		Profile: profileOf(term),
		ASCII:   isPlain(term) || !speaksUTF8(environ),
	}
}

// profileOf goes by TERM alone, and asks neither the terminal nor this machine. The terminals of old have no colours,
// whatever their name makes a library believe.
func profileOf(term string) colorprofile.Profile {
	if isDEC(term) {
		return colorprofile.ASCII
	}
	return colorprofile.Env([]string{"TERM=" + term})
}

func isDEC(term string) bool { return strings.HasPrefix(term, "vt1") || strings.HasPrefix(term, "vt2") }

// isPlain says whether a terminal has too few glyphs, whatever its locale says.
func isPlain(term string) bool { return term == "linux" || term == "dumb" || isDEC(term) }

// speaksUTF8 goes by the variables that POSIX reads for it, the first that is set deciding. Most clients send none, and
// their terminals speak UTF-8.
func speaksUTF8(environ []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		for _, e := range environ {
			if v, ok := strings.CutPrefix(e, name+"="); ok && v != "" {
				v = strings.ToLower(v)
				return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
			}
		}
	}
	return true
}

// size is a window's, in cells.
type size struct{ width, height int }

// bounded is the size that a window is treated as. A width of zero arrives at ordinary disconnects.
func (s size) bounded() size {
	return size{max(1, min(s.width, MaxWidth)), max(1, min(s.height, MaxHeight))}
}
