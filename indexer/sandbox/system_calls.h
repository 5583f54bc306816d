// SPDX-License-Identifier: GPL-3.0-or-later
// Which system calls a confined process has no more.
#pragma once

namespace newsindex {

// From now on, and for all threads: whoever executes a program or looks into another process is
// killed (SIGSYS); the network, new processes, signals to others, mounts, modules, other users, the
// clock and the like are denied (EPERM). Sets no_new_privs. Throws Error(config) where the kernel
// has no such filters; then nothing has changed but no_new_privs.
void deny_system_calls();

}  // namespace newsindex
