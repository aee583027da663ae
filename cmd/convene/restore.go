package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"convene/store"
)

func newRestore(o *options) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Put a backup in the place of the workshops",
		Long: "Verify a backup, and put a copy of it in the place of the workshops. Workshops that are there already are replaced " +
			"only with --force, and kept beside it, as FILE.before-restore; how much of them the backup has not is said then. " +
			"While a server or a screen has them open, it is refused.",
		Example: "convene restore convene-20260302T090000Z.db --force",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("say which backup: convene restore BACKUP"), cmd.CommandPath()}
			}
			return oneFile("BACKUP")(cmd, args)
		},
		ValidArgsFunction: offersFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := o.path()
			if err != nil {
				return err
			}
			r, err := store.Restore(cmd.Context(), args[0], path, force)
			switch {
			case errors.Is(err, store.ErrExists):
				return hintedError{
					fmt.Errorf("there are workshops at %s already", path),
					"--force puts the backup in their place, and keeps them as " + path + ".before-restore",
				}
			case errors.Is(err, store.ErrUnfit):
				writeTroubles(cmd.ErrOrStderr(), args[0], r.Audit)
				return hintedError{err, "take an earlier one; what can be read of this one, convene log CODE --db " + args[0] + " tells"}
			case errors.Is(err, store.ErrNewer) && len(r.Audit.Troubles) > 0:
				writeTroubles(cmd.ErrOrStderr(), args[0], r.Audit)
				return instead(err, "update convene; if there is no newer one, this is damaged: take an earlier one")
			case errors.Is(err, store.ErrCutShort):
				return instead(err, "take an earlier backup; everything is as it was")
			case errors.Is(err, store.ErrForeign):
				return instead(err, "this is no backup, or little more than its beginning: take another; everything is as it was")
			case errors.Is(err, store.ErrLocked):
				return instead(err, "end it first, and then restore")
			case errors.Is(err, context.Canceled):
				return hintedError{errors.New("interrupted"), "everything is as it was; restore it again"}
			case errors.Is(err, fs.ErrNotExist) && isThere(args[0]):
				return hintedError{fmt.Errorf("%s is empty", args[0]), "take an earlier backup; everything is as it was"}
			case errors.Is(err, fs.ErrNotExist):
				return hintedError{fmt.Errorf("there is no backup at %s", args[0]), "say which file it is: convene restore BACKUP"}
			case err != nil:
				return err
			}
			if r.Kept != "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "What was there is kept as %s. It stays until you remove it, and may hold "+
					"the ballots of an open vote.\n%s\n", r.Kept, givenUp(cmd.Context(), r.Kept, args[0]))
			}
			if was := owner(cmp.Or(r.Kept, filepath.Dir(path))); was != "" && was != owner(path) && os.Geteuid() == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s belongs to root now; for a convene that runs as %s: chown %s %s\n", path, was, was, path)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s restored to %s\n", extent(r.Audit), path)
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace the workshops that are there, and keep them beside")
	return cmd
}

// givenUp says what is in the file that was replaced, and not in the backup. What can't be looked through, which may be why the
// backup is needed, keeps nobody from it.
func givenUp(ctx context.Context, kept, backup string) string {
	switch more, err := store.Beyond(ctx, kept, backup); {
	case err != nil:
		what, _ := parted(err)
		return "What it has that this backup has not can't be told: " + what
	case more.Workshops > 0:
		return fmt.Sprintf("It has %s, and %s in all, that this backup has not.", counted(more.Workshops, "workshop"),
			counted(more.Records, "record"))
	case more.Records > 0:
		return fmt.Sprintf("It has %s that this backup has not.", counted(more.Records, "record"))
	default:
		return "All that happened in its workshops is in this backup, too."
	}
}
