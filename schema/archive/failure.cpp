// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/failure.h"

#include <filesystem>
#include <new>
#include <system_error>

#include "schema/archive/archive.h"

namespace newsindex {
namespace {

constexpr const char* kNoMemory = "out of memory";

bool is_lack_of_memory(const std::error_code& code) {
  return code == std::errc::not_enough_memory || code == std::errc::resource_unavailable_try_again;
}

Error error_of(const std::filesystem::filesystem_error& error) {
  if (is_lack_of_memory(error.code())) return Error(ExitCode::no_memory, kNoMemory);
  return Error(ExitCode::io,
               "cannot read or write '" + error.path1().string() + "': " + error.code().message());
}

}  // namespace

Error error_of_exception(const std::string& what) {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const Xapian::Error& error) {
    return describe(error, what);
  } catch (const std::filesystem::filesystem_error& error) {
    return error_of(error);
  } catch (const std::bad_alloc&) {
    return Error(ExitCode::no_memory, kNoMemory);
  } catch (const std::system_error& error) {
    if (is_lack_of_memory(error.code()))  // thrown when a thread cannot start
      return Error(ExitCode::no_memory, std::string("cannot start a thread: ") +
                                            error.code().message() + " (see --threads)");
    return Error(ExitCode::internal,
                 std::string("internal error, please report it: ") + error.what());
  } catch (const std::exception& error) {
    return Error(ExitCode::internal,
                 std::string("internal error, please report it: ") + error.what());
  }
}

}  // namespace newsindex
