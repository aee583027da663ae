package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// shortRevision is how much of a revision people read out to each other.
const shortRevision = 12

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which convene this is",
		Args:  nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "convene %s %s %s/%s\n",
				version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// version says what the Go toolchain noted when it built the program, so that no build has to be told: the module's version,
// the revision and its day.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	return describe(info)
}

// describe adds the revision and its day where the version doesn't have them: a pseudo-version does, and says "+dirty" when
// the checkout had changes.
func describe(info *debug.BuildInfo) string {
	out := info.Main.Version
	if out == "" {
		out = "(devel)"
	}
	var revision, changes string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(shortRevision, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true" && !strings.Contains(out, "+dirty"):
			changes = " with changes"
		}
	}
	switch {
	case revision == "":
		return out
	case strings.Contains(out, revision):
		return out + changes
	default:
		return out + " (" + strings.TrimSuffix(revision+changes+", "+day(info), ", ") + ")"
	}
}
