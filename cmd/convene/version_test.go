package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionSaysWhatWasBuilt(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123"}
	changed := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for want, info := range map[string]debug.BuildInfo{
		"v1.2.3":                            {Main: debug.Module{Version: "v1.2.3"}},
		"(devel)":                           {},
		"(devel) 0123456789ab":              {Settings: []debug.BuildSetting{revision}},
		"(devel) 0123456789ab with changes": {Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{revision, changed}},
	} {
		if got := describe(&info); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
