// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/last_resort.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

#include "indexer/commands/leave_process.h"
#include "indexer/commands/messages.h"
#include "schema/archive/failure.h"

// A function of mimalloc, if newsindex is linked with it: reports allocations that malloc refuses
// in other libraries.
extern "C" [[gnu::weak]] void mi_register_error(void (*handler)(int error, void* argument),
                                                void* argument);

namespace newsindex {
namespace {

constexpr const char* kReason = "out of memory (--memory and --threads can make it less)";
// Address space that leave_process may need: mimalloc takes it in pieces of 32 MB.
constexpr std::size_t kReserve = std::size_t{72} << 20;

std::atomic<StopRequest*> in_use = nullptr;
std::atomic<void*> reserve = nullptr;
thread_local bool is_leaving = false;

void leave_without_memory() {
  StopRequest* const stop = in_use;
  if (stop == nullptr || is_leaving) {  // no memory even for a clean exit
    write_last_words("out of memory; the next run clears up");
    ::_exit(static_cast<int>(ExitCode::no_memory));
  }
  is_leaving = true;
  if (void* const kept = reserve.exchange(nullptr)) ::munmap(kept, kReserve);
  leave_process(*stop, ExitCode::no_memory, kReason);
}

void note_error(int error, void*) {
  if (error == ENOMEM) leave_without_memory();
}

// Handles an exception that was thrown where none may be thrown.
[[noreturn]] void leave_by_failure() {
  StopRequest* const stop = in_use;
  const bool is_unwinding = std::uncaught_exceptions() > 0;
  if (stop != nullptr && std::current_exception() == nullptr && is_unwinding)
    leave_process(*stop, ExitCode::io, "cannot read or write the archive (is the disk full?)");
  if (stop == nullptr || std::current_exception() == nullptr) std::abort();
  const Error error = error_of_exception("the archive");
  leave_process(*stop, error.code(), error.what());
}

}  // namespace

LastResort::LastResort(StopRequest& stop) : before_(std::set_terminate(leave_by_failure)) {
  void* const kept =
      ::mmap(nullptr, kReserve, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  reserve = kept == MAP_FAILED ? nullptr : kept;
  in_use = &stop;
  std::set_new_handler(leave_without_memory);
  if (mi_register_error != nullptr) mi_register_error(note_error, nullptr);
}

LastResort::~LastResort() {
  if (mi_register_error != nullptr) mi_register_error(nullptr, nullptr);
  std::set_new_handler(nullptr);
  std::set_terminate(before_);
  in_use = nullptr;
  if (void* const kept = reserve.exchange(nullptr)) ::munmap(kept, kReserve);
}

}  // namespace newsindex
