package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"convene/store"
)

// options are what every verb understands.
type options struct {
	db       string // path of the file with the workshops; empty for the default
	door     doorOptions
	noSSH    bool // the screen alone
	logLevel string
	lang     string // of new workshops, and of what is outside of all of them
	format   string // path of the file with the format of new workshops; empty for the built-in one
	cards    string // path of the file with own cards of health checks; empty for none
}

func newRoot() *cobra.Command {
	o := &options{}
	root := &cobra.Command{
		Use:   "convene",
		Short: "Take a group through a workshop, from an empty wall to a community with a name and a leader",
		Example: `convene new "Software Craft"
convene list
convene export brave-otter -o canvas.md`,
		Args:                       noVerb,
		SuggestionsMinimumDistance: 2,
		RunE:                       o.openLobby,
	}
	root.PersistentFlags().StringVar(&o.db, "db", "", "file with the workshops (default: in your data folder)")
	root.PersistentFlags().StringVar(&o.logLevel, "log-level", "info", "what is logged: debug, info, warn or error")
	root.Flags().BoolVar(&o.noSSH, "no-ssh", false, "open no SSH door: everybody at this keyboard")
	o.door.flags(root)
	o.takesLang(root, "new workshops, of the lobby and of the door")
	o.takesFormat(root)
	o.takesCards(root)
	_ = root.RegisterFlagCompletionFunc("log-level", completeLogLevel) // it fails for unknown flags only
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		what, _, _ := strings.Cut(err.Error(), ": strconv.") // how the number was read is no matter to people
		return usageError{errors.New(what), cmd.CommandPath()}
	})
	root.AddCommand(
		newNew(o), newNext(o), newList(o), newExport(o), newCommunity(o), newCheck(o), newHappened(o), newLog(o), newReplay(o),
		newDemo(o), newServe(o), newFormat(o), newCards(o), newVersion(), newMan(),
		newVerify(o), newBackup(o), newRestore(o),
	)
	for _, verb := range root.Commands() {
		if verb.ValidArgsFunction == nil {
			verb.ValidArgsFunction = offersNothing
		}
	}
	return root
}

// noVerb refuses arguments that are no verb.
func noVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("there is no verb %q", args[0])
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		err = fmt.Errorf("%w; did you mean %q", err, like[0])
	}
	return usageError{err, cmd.CommandPath()}
}

// nothing refuses all arguments.
func nothing(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%q is too much", args[0]), cmd.CommandPath()}
	}
	return nil
}

// oneCode asks for exactly one argument, the code of a workshop.
func oneCode(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return usageError{errors.New("say which workshop: its CODE is missing"), cmd.CommandPath()}
	case 1:
		return nil
	default:
		return usageError{fmt.Errorf("one CODE at a time: %q is too much", args[1]), cmd.CommandPath()}
	}
}

// path is where the workshops are.
func (o *options) path() (string, error) {
	if o.db != "" {
		return o.db, nil
	}
	path, err := store.DefaultPath()
	if err != nil {
		return "", hintedError{err, "say where with --db PATH"}
	}
	return path, nil
}

// withExisting opens the file only to read it: a verb that only looks makes nothing, and finds nothing where no file is.
func (o *options) withExisting(f func(s *store.Store) error, nothing error) error {
	path, err := o.path()
	if err != nil {
		return err
	}
	s, err := store.OpenReadOnly(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nothing
	}
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// withStore opens the file, which it makes when there is none, lets f work on it, and closes it.
func (o *options) withStore(f func(s *store.Store) error) (err error) {
	path, err := o.path()
	if err != nil {
		return err
	}
	s, err := store.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return f(s)
}
