package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"net"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	bolt "go.etcd.io/bbolt"

	"convene/store"
)

// The test binary is the program as well, for scripts and for terminals.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"convene": main})
}

// TestScripts runs the command lines in testdata/script. They have some commands of their own:
//
//	damage FILE CODE SEQ             let nobody read a record of a workshop any more
//	exits STATUS PROGRAM [ARG ...]   run a program, which must end with this status
//	halfway SCENE FILE               put a workshop in the middle of a scene into a file; see halfway_test.go
//	goon FILE CODEFILE               play the workshop that goes on from a canvas to its end
//	hold FILE                        keep a file of workshops open until the script ends
//	occupy                           listen at the address $BUSY until the script ends
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
			env.Setenv("TMPDIR", env.WorkDir+"/temporary")
			env.Setenv("TZ", "UTC")
			return os.Mkdir(env.WorkDir+"/temporary", 0o700)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("no such condition")
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"damage": damage, "exits": exits, "goon": goon, "halfway": halfway, "hold": hold, "occupy": occupy,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARG ...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	failed := (*exec.ExitError)(nil)
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exited with %d, want %d", got, want)
	}
}

// damage cuts a record short, as a bad disk might.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: damage FILE CODE SEQ")
	}
	seq, err := strconv.ParseUint(args[2], 10, 64)
	ts.Check(err)
	ts.Check(damageRecord(ts.MkAbs(args[0]), args[1], seq))
}

// damageRecord leaves of a record of a workshop only its first half.
func damageRecord(path, code string, seq uint64) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second})
	if err != nil {
		return err
	}
	return errors.Join(db.Update(func(tx *bolt.Tx) error {
		records := tx.Bucket([]byte("workshops")).Bucket([]byte(code)).Bucket([]byte("records"))
		key := binary.BigEndian.AppendUint64(nil, seq)
		value := records.Get(key)
		return records.Put(key, bytes.Clone(value[:len(value)/2]))
	}), db.Close())
}

func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold FILE")
	}
	s, err := store.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(s.Close()) })
}

func occupy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: occupy")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { _ = l.Close() })
	ts.Setenv("BUSY", l.Addr().String())
}
