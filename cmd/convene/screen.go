package main

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"convene/tui"
)

// openLobby is what convene does without a verb: the lobby on this terminal.
func (o *options) openLobby(cmd *cobra.Command, _ []string) error {
	if _, err := o.language(cmd); err != nil {
		return err
	}
	if err := o.door.check(cmd); err != nil {
		return err
	}
	in, out := cmd.InOrStdin(), cmd.OutOrStdout()
	if !isTerminal(in) || !isTerminal(out) {
		return hintedError{
			errors.New("the lobby needs a terminal to be shown on"),
			"convene --help lists the verbs that don't",
		}
	}
	return o.withHouse(cmd, slog.New(slog.DiscardHandler), func(h *house, db string) (err error) {
		h.single = true
		if !o.noSSH {
			shut, failed := o.openBeside(cmd.Context(), h, db)
			if failed != nil {
				return failed
			}
			defer func() { err = errors.Join(err, shut()) }()
		}
		local := localLobby(h)
		return tui.Run(cmd.Context(), tui.Config{
			Lobby: local, Rehearse: local.rehearse, Lang: h.begins.Lang, Now: time.Now, Rand: rand.Reader, Invite: h.invite,
			Drafts: h.drafts, Cards: h.cards, ASCII: !speaksUTF8(os.Getenv), Dark: isDark(os.Getenv),
		}, in, out)
	})
}

// openBeside opens the door beside the screen, which has no place for what happens there: that goes to a file. What it
// returns closes the door again.
func (o *options) openBeside(ctx context.Context, h *house, db string) (shut func() error, err error) {
	f, err := logFile(db)
	if err != nil {
		return nil, err
	}
	log, flush, err := o.logger(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	h.log = log
	door := o.door
	door.unneeded = true
	d, err := openDoorway(ctx, door, db, h, log)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() error {
		err := d.close()
		flush()
		return errors.Join(err, f.Close())
	}, nil
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
