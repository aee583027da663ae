package sshd_test

import (
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

func exchange(name string) sshtest.Option {
	return func(c *ssh.ClientConfig) { c.KeyExchanges = []string{name} }
}

func TestKeysAreExchangedAtLittleCost(t *testing.T) {
	_, _, address := open(t)
	for name, serves := range map[string]bool{
		ssh.KeyExchangeMLKEM768X25519: true, ssh.KeyExchangeCurve25519: true, ssh.KeyExchangeECDHP256: true,
		ssh.KeyExchangeECDHP521: false, ssh.KeyExchangeDH14SHA256: false, ssh.KeyExchangeDH16SHA512: false,
	} {
		c, err := sshtest.TryDial(address, "ann", exchange(name))
		if err == nil {
			_ = c.Close()
		}
		if in := err == nil; in != serves {
			t.Errorf("%s: %v", name, err)
		}
	}
}
