package sshd_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// careless is a handler that quotes nothing and looks at nothing, and so is forged by whatever can forge any.
type careless struct {
	to    *journal
	attrs []slog.Attr
}

func (h careless) Enabled(context.Context, slog.Level) bool { return true }
func (h careless) WithGroup(string) slog.Handler            { return h }

func (h careless) WithAttrs(attrs []slog.Attr) slog.Handler {
	return careless{h.to, append(h.attrs[:len(h.attrs):len(h.attrs)], attrs...)}
}

func (h careless) Handle(_ context.Context, r slog.Record) error {
	line := r.Level.String() + " " + r.Message
	add := func(a slog.Attr) bool {
		line += fmt.Sprintf(" %s=%v", a.Key, a.Value)
		return true
	}
	for _, a := range h.attrs {
		add(a)
	}
	r.Attrs(add)
	_, err := h.to.Write([]byte(line + "\n"))
	return err
}

// logs are three logs of the same server.
type logs struct{ plain, text, json journal }

func (l *logs) logger() *slog.Logger {
	all := &slog.HandlerOptions{Level: slog.LevelDebug}
	return slog.New(slog.NewMultiHandler(
		careless{to: &l.plain}, slog.NewTextHandler(&l.text, all), slog.NewJSONHandler(&l.json, all)))
}

// forged are words with which a log would say what did not happen, or do something to the terminal on which it is read.
var forged = []string{
	"ann\nlevel=ERROR msg=\"the door is open\" from=192.0.2.1",
	"ann\r\n2026-01-01 ERROR forged",
	"ann\x1b[2J\x1b[1;1Hforged\x1b]0;title\a",
	"ann\u2028forged\u2029forged\u0085forged",
	"ann\x00forged\x7f\x08\x08\x08",
	"ann\xff\xfe\xc0forged",
	"ann\u202edegrof\u2066\u200b\ufeff",
	"ann\u009b2Jforged\u009d0;x\u009c",
	`ann" user=bob from="192.0.2.1`,
	strings.Repeat("forged ", 4000),
}

// Whatever a client says of itself, wherever it can say it: there is one line for what happened, of printable characters.
func TestNobodyForgesTheLog(t *testing.T) {
	l := &logs{}
	_, server, address := open(t, func(c *sshd.Config) { c.Log = l.logger() })
	for _, word := range forged {
		version := func(c *ssh.ClientConfig) {
			c.ClientVersion = "SSH-2.0-" + string(printed(word)[:min(len(printed(word)), 200)])
		}
		client := sshtest.Dial(t, address, word, version)
		_, _, _ = client.OpenChannel(word, nil)
		_, _, _ = client.SendRequest(word, true, nil)
		session := newSession(t, client)
		_, _ = session.SendRequest(word, true, nil)
		_ = session.Setenv(word, word)
		_ = session.Setenv("LC_ALL", word)
		_ = session.RequestSubsystem(word)
		_ = session.Close()
		_ = client.Close()
		client = sshtest.Dial(t, address, word)
		client.Exec(word)
		client.Terminal(sshtest.Window{Term: word[:min(len(word), 900)]}).See("typed [")
		_ = client.Close()
	}
	eventually(t, "the end of the visits", func() bool { return server.Sessions() == 0 })
	begun, ended := 0, 0
	eventually(t, "a line for the end of each", func() bool {
		begun, ended = strings.Count(l.plain.text(), "visit begins"), strings.Count(l.plain.text(), "visit ends")
		return begun == ended
	})
	if begun < 3*len(forged)-1 { // the longest word is too long for a subsystem
		t.Errorf("%d visits in the log", begun)
	}
	for i, line := range lines(&l.plain) {
		if word, _, _ := strings.Cut(line, " "); word != "INFO" && word != "WARN" || len(line) > 500 {
			t.Errorf("line %d of %d characters: %s", i+1, len(line), line)
		}
		for _, r := range line {
			if !unicode.IsPrint(r) {
				t.Errorf("%U in line %d: %q", r, i+1, line)
			}
		}
	}
	if n, of := len(lines(&l.text)), len(lines(&l.plain)); n != of {
		t.Errorf("%d lines of text for %d", n, of)
	}
	for i, line := range lines(&l.json) {
		var fields map[string]any
		if err := json.Unmarshal([]byte(line), &fields); err != nil || fields["msg"] == nil || fields["level"] == "ERROR" {
			t.Errorf("line %d, %v: %s", i+1, err, line)
		}
	}
}

// printed are the bytes of a text that this client lets itself send as its version.
func printed(s string) []byte {
	return slices.DeleteFunc([]byte(s), func(b byte) bool { return b < ' ' })
}

func lines(j *journal) []string { return strings.Split(strings.TrimSuffix(j.text(), "\n"), "\n") }
