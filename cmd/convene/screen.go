package main

import (
	"crypto/rand"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"convene/store"
	"convene/tui"
)

// openLobby is what convene does without a verb: the lobby on this terminal.
func (o *options) openLobby(cmd *cobra.Command, _ []string) error {
	in, out := cmd.InOrStdin(), cmd.OutOrStdout()
	if !isTerminal(in) || !isTerminal(out) {
		return hintedError{
			errors.New("the lobby needs a terminal to be shown on"),
			"convene --help lists the verbs that don't",
		}
	}
	return o.withStore(func(s *store.Store) error {
		return tui.Run(cmd.Context(), tui.Config{
			Lobby: lobby{s}, Now: time.Now, Rand: rand.Reader, ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
		}, in, out)
	})
}

func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}

// speaksUTF8 says whether the terminal shows more than ASCII, by the variables that POSIX reads for it, the first that is
// set deciding. Where none is set, terminals do nowadays. The Linux console has too few glyphs to count.
func speaksUTF8(getenv func(string) string) bool {
	if t := getenv("TERM"); t == "linux" || t == "dumb" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// isDark says whether the terminal's background is dark, by the variable that some terminals set ("15;0": white on
// black). It is asked for as well, once the screen is up; this counts where no answer comes.
func isDark(getenv func(string) string) bool {
	colours := strings.Split(getenv("COLORFGBG"), ";")
	background := colours[len(colours)-1]
	return background != "15" && background != "7"
}
