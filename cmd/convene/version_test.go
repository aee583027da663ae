package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionSaysWhatWasBuilt(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123"}
	at := debug.BuildSetting{Key: "vcs.time", Value: "2026-01-15T09:00:00Z"}
	changed := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	info := func(version string, settings ...debug.BuildSetting) debug.BuildInfo {
		return debug.BuildInfo{Main: debug.Module{Version: version}, Settings: settings}
	}
	const pseudo = "v0.1.1-0.20260115090000-0123456789ab"
	for want, info := range map[string]debug.BuildInfo{
		"v1.2.3":                            info("v1.2.3"),
		"v1.2.3 (0123456789ab, 2026-01-15)": info("v1.2.3", revision, at),
		pseudo:                              info(pseudo, revision, at),
		pseudo + "+dirty":                   info(pseudo+"+dirty", revision, at, changed),
		"(devel)":                           info(""),
		"(devel) (0123456789ab)":            info("(devel)", revision),
		"(devel) (0123456789ab with changes, 2026-01-15)": info("(devel)", revision, at, changed),
	} {
		if got := describe(&info); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
