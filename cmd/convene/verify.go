package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop/text"
)

func newVerify(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "verify [FILE]",
		Short: "Look through a file of workshops, or a backup, and say what is wrong in it",
		Long: "Look through a file of workshops, or a backup of one, and say what is wrong in it and where: its pages, every record " +
			"of every workshop, whether it replays and keeps the rules, the ballots of an open vote, and what is remembered of guests. " +
			"It changes nothing, and goes on behind what it finds. The exit status is 1 when anything is wrong.\n\n" +
			"What could have happened just so is not noticed: another letter in a note, another minute, another level of a " +
			"hand, a last record that is gone. What a newer convene has written is said to be that: update, and verify again.",
		Example: "convene verify\nconvene verify convene-20260302T090000Z.db",
		Args:    oneFile("FILE"), ValidArgsFunction: offersFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := o.fileOr(args, cmd)
			if err != nil {
				return err
			}
			a, err := store.Verify(cmd.Context(), path)
			switch {
			case errors.Is(err, store.ErrLocked):
				return instead(err, "end it first, or verify a backup: convene verify FILE")
			case errors.Is(err, store.ErrForeign) && len(args) > 0:
				return instead(err, "name another FILE; a copy of which little more than the beginning is there looks like this, too")
			case errors.Is(err, store.ErrCutShort), errors.Is(err, store.ErrDamaged):
				return instead(err, o.mending(args))
			case errors.Is(err, fs.ErrNotExist) && isThere(path):
				return hintedError{fmt.Errorf("%s is empty", path), o.mending(args)}
			case errors.Is(err, fs.ErrNotExist) && len(args) > 0:
				return hintedError{fmt.Errorf("there is no file %s", path), "say which one: convene verify FILE"}
			case errors.Is(err, fs.ErrNotExist):
				return hintedError{fmt.Errorf("there are no workshops at %s", path), "say where with --db PATH"}
			case err != nil:
				return err
			}
			writeTroubles(cmd.OutOrStdout(), path, a)
			for _, remark := range a.Remarks {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", path, remark)
			}
			if a.Newer() {
				return hintedError{
					fmt.Errorf("%s has %s that this convene doesn't know", path, counted(len(a.Troubles), "record")),
					"a newer convene has written them, or they are damaged: update convene first, and verify again",
				}
			}
			if n := len(a.Troubles); n > 0 {
				return hintedError{
					fmt.Errorf("%s has %s, in %s", path, counted(n, "trouble"), extent(a)), o.mending(args),
				}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: all is well\n", extent(a))
			return err
		},
	}
}

// mending is what to do about a file that is damaged. One that is named as FILE may be a backup itself.
func (o *options) mending(args []string) string {
	switch {
	case len(args) > 0:
		return "if it is a backup, take an earlier one; if the workshops are in it, convene restore BACKUP --force --db " + args[0]
	case o.db != "":
		return "convene restore BACKUP --force --db " + o.db + " puts a backup in its place, and keeps this file beside it"
	default:
		return "convene restore BACKUP --force puts a backup in its place, and keeps this file beside it"
	}
}

// isThere says whether there is something at a path. What the store takes for no file is an empty one then.
func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// writeTroubles writes a line for each trouble in a file.
func writeTroubles(w io.Writer, path string, a store.Audit) {
	for _, t := range a.Troubles {
		fmt.Fprintf(w, "%s: %s\n", path, text.Line(t.String())) // a damaged file may hold anything
	}
}

// extent is how much was looked through.
func extent(a store.Audit) string {
	return counted(a.Workshops, "workshop") + ", " + counted(a.Records, "record")
}

// counted is a number with what it counts.
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// oneFile asks for one argument at most.
func oneFile(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usageError{fmt.Errorf("one %s at a time: %q is too much", name, args[1]), cmd.CommandPath()}
		}
		return nil
	}
}

// fileOr is the file that is named by an argument, or else the one with the workshops.
func (o *options) fileOr(args []string, cmd *cobra.Command) (string, error) {
	switch {
	case len(args) == 0:
		return o.path()
	case o.db != "":
		return "", usageError{errors.New("name the file once: as FILE, or with --db"), cmd.CommandPath()}
	default:
		return args[0], nil
	}
}

// offersFiles lets a shell offer files, as it does by itself.
func offersFiles(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}
