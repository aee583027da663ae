package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
)

// openssh runs a program of OpenSSH against the hall's door, with a key, and says how it ended and all that it wrote.
func (h *hall) openssh(key, program string, args ...string) (status int, said string) {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(h.t.Context(), sshtest.Patience)
	defer cancel()
	host, port, _ := strings.Cut(h.address, ":")
	flag := "-p"
	if program != "ssh" {
		flag = "-P"
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "HOST", host)
	}
	cmd := exec.CommandContext(ctx, program, append([]string{
		"-F", "none", flag, port, "-i", key, "-o", "BatchMode=yes",
		"-o", "IdentityAgent=none", "-o", "ControlPath=none", "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=accept-new",
		"-o", "UserKnownHostsFile=" + filepath.Join(filepath.Dir(h.db), "known_hosts"),
	}, args...)...)
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		h.t.Fatalf("%s %q is still running: %s", program, args, out)
	}
	if err != nil && cmd.ProcessState == nil {
		h.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// refusals is how many lines of the log say that something was refused.
func (h *hall) refusals() int {
	return strings.Count(h.log.String(), "msg=refused") + strings.Count(h.log.String(), `msg="turned away"`)
}

// What the real programs of OpenSSH can ask for: none of it is given, and the log says what was asked.
func TestOpenSSHGetsNothingButATerminal(t *testing.T) {
	if _, err := exec.LookPath("ssh"); err != nil {
		t.Skip("the real ssh is not installed")
	}
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	key := filepath.Join(filepath.Dir(secret), "key")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key).CombinedOutput(); err != nil {
		t.Fatalf("make a key: %v: %s", err, out)
	}
	const noVerb = "there is no verb"
	const wantsVerb, wantsFiles, wantsPort = "there is no such verb", "there are no files here", "no port is forwarded"
	for _, c := range []struct {
		name   string
		args   []string
		says   string // to the visitor
		logged string
	}{
		{"a shell without a terminal", []string{"ssh", "x@HOST"}, "connect without a pipe, or with ssh -t", ""},
		{"a command", []string{"ssh", "x@HOST", "/bin/sh", "-c", "id"}, noVerb, wantsVerb},
		{"a command on a terminal", []string{"ssh", "-tt", "x@HOST", "bash", "-i"}, noVerb, wantsVerb},
		{"a substitution", []string{"ssh", "x@HOST", "$(id)`id`;id|id&&id"}, noVerb, wantsVerb},
		{"a verb and a command", []string{"ssh", "x@HOST", "help; id"}, noVerb, wantsVerb},
		{"a flag", []string{"ssh", "--", "x@HOST", "--db=/etc/passwd"}, noVerb, wantsVerb},
		{"a server of git", []string{"ssh", "x@HOST", "git-upload-pack", "'/'"}, noVerb, wantsVerb},
		{"a server of rsync", []string{"ssh", "x@HOST", "rsync", "--server", ".", "/"}, noVerb, wantsVerb},
		{"files", []string{"sftp", "-b", "/dev/null", "x@HOST"}, "", wantsFiles},
		{"to copy a file here", []string{"scp", secret, "x@HOST:" + secret + ".copied"}, "", wantsFiles},
		{"to copy as of old", []string{"scp", "-O", secret, "x@HOST:" + secret + ".copied"}, "", "there is no such verb"},
		{"to copy a file from here", []string{"scp", "x@HOST:/etc/passwd", secret + ".passwd"}, "", wantsFiles},
		{"a port to here", []string{"ssh", "-No", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1", "x@HOST"}, "", wantsPort},
		{
			"a socket to here",
			[]string{"ssh", "-No", "ExitOnForwardFailure=yes", "-R", secret + ".sock:127.0.0.1:1", "x@HOST"},
			"", wantsPort,
		},
		{"a port from here", []string{"ssh", "-W", "127.0.0.1:1", "x@HOST"}, "", "nothing is forwarded"},
		{
			"an environment",
			[]string{"ssh", "-o", "SetEnv=PATH=/tmp", "x@HOST"},
			"connect without a pipe", "no such variable is taken over",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := openHall(t)
			status, said := h.openssh(key, c.args[0], c.args[1:]...)
			if status == 0 || !strings.Contains(said, c.says) || strings.Contains(said, "uid=") {
				t.Errorf("status %d: %s", status, said)
			}
			if n := h.refusals(); n > 1 || (n == 1) != (c.logged != "") {
				t.Errorf("%d refusals:\n%s", n, h.log)
			}
			if !strings.Contains(h.log.String(), c.logged) || strings.Contains(h.log.String(), "secret") {
				t.Errorf("the log:\n%s", h.log)
			}
		})
	}
	for _, copied := range []string{".copied", ".passwd", ".sock"} {
		if _, err := os.Stat(secret + copied); err == nil {
			t.Errorf("there is %s", copied)
		}
	}
	h := openHall(t)
	if status, said := h.openssh(key, "ssh", "x@HOST", "help"); status != 0 || h.refusals() > 0 {
		t.Errorf("whoever asks for nothing else: status %d, %s\n%s", status, said, h.log)
	}
}
