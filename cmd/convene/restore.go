package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"convene/store"
)

func newRestore(o *options) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Put a backup in the place of the workshops",
		Long: "Verify a backup, and put a copy of it in the place of the workshops. Workshops that are there already are replaced " +
			"only with --force, and kept beside it, as FILE.before-restore. While a server or a screen has them open, it is refused.",
		Example: "convene restore convene-20260302T090000Z.db --force",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("say which backup: its FILE is missing"), cmd.CommandPath()}
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
			case errors.Is(err, store.ErrLocked):
				return instead(err, "end it first, and then restore")
			case errors.Is(err, fs.ErrNotExist):
				return hintedError{fmt.Errorf("there is no backup at %s", args[0]), "say which file it is: convene restore BACKUP"}
			case err != nil:
				return err
			}
			if r.Kept != "" {
				fmt.Fprintf(cmd.ErrOrStderr(), "What was there is kept as %s. It stays until you remove it, and may hold "+
					"the ballots of an open vote.\n", r.Kept)
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s restored to %s\n", extent(r.Audit), path)
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace the workshops that are there, and keep them beside")
	return cmd
}
