// SPDX-License-Identifier: GPL-3.0-or-later
// Turns any exception into an Error, for the places that report failures.
#pragma once

#include <string>

#include "schema/error.h"

namespace newsindex {

// The Error for the exception that is being handled. `what` names the archive or file that was in
// use, because Xapian's errors do not. A lack of memory or threads is `no_memory`; an unexpected
// exception is `internal`.
Error error_of_exception(const std::string& what);

}  // namespace newsindex
