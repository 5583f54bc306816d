// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/progress.h"

#include "indexer/write/stop_request.h"
#include "schema/error.h"

namespace newsindex {

void report_progress(const OnProgress& on_progress, const Progress& progress) {
  if (on_progress && !on_progress(progress))
    throw Error(ExitCode::interrupted, std::string("interrupted; ") + kArchiveAsItWas);
}

}  // namespace newsindex
