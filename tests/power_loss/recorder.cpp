// SPDX-License-Identifier: GPL-3.0-or-later
// A library for LD_PRELOAD. It records what a program does to the files below one folder, and what
// the program syncs: enough to tell what a loss of power would leave (see replay.cpp).
//
//   POWER_LOSS_FOLDER  the folder: an absolute path without links
//   POWER_LOSS_TRACE   the file to write to
//
// A step is a line `OP INODE OFFSET BYTES LENGTH LENGTH`, two paths of these lengths, and the
// bytes: O open (BYTES is 1 when it empties the file), D make a folder, W write, T cut to OFFSET
// bytes, R rename, L link, U remove a name, S sync. Writes through a memory mapping are not seen,
// so they count as never synced.
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Recorder {
  std::mutex mutex;
  std::string folder;
  int trace = -1;
};

// Never destroyed, because threads may write until the process ends.
Recorder& recorder() {
  static Recorder& made = *[] {
    auto* const recorder = new Recorder;
    const char* const folder = std::getenv("POWER_LOSS_FOLDER");
    const char* const trace = std::getenv("POWER_LOSS_TRACE");
    if (folder == nullptr || trace == nullptr) return recorder;
    recorder->folder = folder;
    recorder->trace = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    return recorder;
  }();
  return made;
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const long written = ::syscall(SYS_write, recorder().trace, bytes.data(), bytes.size());
    if (written <= 0) std::abort();  // a trace with a hole proves nothing
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string path_of(int descriptor) {
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  std::string path(4096, '\0');
  const long length = ::syscall(SYS_readlink, link.c_str(), path.data(), path.size());
  path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return path;
}

std::string full_path(int folder, const char* path) {
  if (path[0] == '/') return path;
  if (folder != AT_FDCWD) return path_of(folder) + '/' + path;
  std::string here(4096, '\0');
  return ::getcwd(here.data(), here.size()) == nullptr ? path
                                                       : std::string(here.c_str()) + '/' + path;
}

bool is_watched(const std::string& path) {
  const std::string& folder = recorder().folder;
  return recorder().trace >= 0 && path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

struct Step {
  char op;
  unsigned long inode = 0;
  long offset = 0;
  std::string path = {};
  std::string second = {};
  std::string_view bytes = {};
};

void record(const Step& step) {
  const int before = errno;
  write_all(std::string(1, step.op) + ' ' + std::to_string(step.inode) + ' ' +
            std::to_string(step.offset) + ' ' + std::to_string(step.bytes.size()) + ' ' +
            std::to_string(step.path.size()) + ' ' + std::to_string(step.second.size()) + '\n' +
            step.path + step.second);
  write_all(step.bytes);
  errno = before;
}

unsigned long inode_of(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

void record_open(int descriptor, const std::string& path, bool empties) {
  if (descriptor >= 0 && is_watched(path))
    record({'O', inode_of(descriptor), 0, path, {}, empties ? "!" : ""});
}

int record_open_at(int descriptor, int folder, const char* path, int flags) {
  record_open(descriptor, full_path(folder, path), (flags & O_TRUNC) != 0);
  return descriptor;
}

std::FILE* record_stream(std::FILE* stream, const char* path, const char* mode) {
  if (stream != nullptr) record_open(::fileno(stream), full_path(AT_FDCWD, path), mode[0] == 'w');
  return stream;
}

ssize_t record_write(ssize_t written, int descriptor, const void* bytes, long offset) {
  if (written > 0 && is_watched(path_of(descriptor)))
    record({'W',
            inode_of(descriptor),
            offset,
            {},
            {},
            {static_cast<const char*>(bytes), static_cast<std::size_t>(written)}});
  return written;
}

// Records a write at the current position of the file.
ssize_t record_next_write(ssize_t written, int descriptor, const void* bytes) {
  const int before = errno;
  const long end = ::lseek(descriptor, 0, SEEK_CUR);
  errno = before;
  return end < 0 ? written : record_write(written, descriptor, bytes, end - written);
}

int record_names(int result, char op, const std::string& path, const std::string& second = {}) {
  if (result == 0 && (is_watched(path) || is_watched(second))) record({op, 0, 0, path, second, {}});
  return result;
}

int record_file(int result, char op, int descriptor, long offset = 0) {
  if (result == 0 && is_watched(path_of(descriptor)))
    record({op, inode_of(descriptor), offset, {}, {}, {}});
  return result;
}

using Lock = std::lock_guard<std::mutex>;

mode_t mode_of(int flags, std::va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

}  // namespace

// Each of these functions calls the one of the C library. They hold a lock, so that steps stand in
// the order in which they happened.
#define NEXT(function) static const auto next = real<decltype(&::function)>(#function)
#define MODE(flags)                         \
  std::va_list rest;                        \
  va_start(rest, flags);                    \
  const mode_t mode = mode_of(flags, rest); \
  va_end(rest)

extern "C" {

int open(const char* path, int flags, ...) {
  NEXT(open);
  MODE(flags);
  const Lock lock(recorder().mutex);
  return record_open_at(next(path, flags, mode), AT_FDCWD, path, flags);
}

int open64(const char* path, int flags, ...) {
  NEXT(open64);
  MODE(flags);
  const Lock lock(recorder().mutex);
  return record_open_at(next(path, flags, mode), AT_FDCWD, path, flags);
}

int openat(int folder, const char* path, int flags, ...) {
  NEXT(openat);
  MODE(flags);
  const Lock lock(recorder().mutex);
  return record_open_at(next(folder, path, flags, mode), folder, path, flags);
}

int openat64(int folder, const char* path, int flags, ...) {
  NEXT(openat64);
  MODE(flags);
  const Lock lock(recorder().mutex);
  return record_open_at(next(folder, path, flags, mode), folder, path, flags);
}

std::FILE* fopen(const char* path, const char* mode) {
  NEXT(fopen);
  const Lock lock(recorder().mutex);
  return record_stream(next(path, mode), path, mode);
}

std::FILE* fopen64(const char* path, const char* mode) {
  NEXT(fopen64);
  const Lock lock(recorder().mutex);
  return record_stream(next(path, mode), path, mode);
}

size_t fwrite(const void* bytes, size_t size, size_t count, std::FILE* stream) {
  NEXT(fwrite);
  const Lock lock(recorder().mutex);
  const size_t written = next(bytes, size, count, stream);
  const int descriptor = ::fileno(stream);
  if (!is_watched(path_of(descriptor))) return written;
  std::fflush(stream);  // so that no bytes are written later, unseen
  record_next_write(static_cast<ssize_t>(written * size), descriptor, bytes);
  return written;
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  NEXT(write);
  const Lock lock(recorder().mutex);
  return record_next_write(next(descriptor, bytes, size), descriptor, bytes);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  NEXT(writev);
  const Lock lock(recorder().mutex);
  std::string joined;
  for (int i = 0; i < count; ++i)
    joined.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
  return record_next_write(next(descriptor, parts, count), descriptor, joined.data());
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  NEXT(pwrite);
  const Lock lock(recorder().mutex);
  return record_write(next(descriptor, bytes, size, offset), descriptor, bytes, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  NEXT(pwrite64);
  const Lock lock(recorder().mutex);
  return record_write(next(descriptor, bytes, size, offset), descriptor, bytes, offset);
}

int ftruncate(int descriptor, off_t length) noexcept {
  NEXT(ftruncate);
  const Lock lock(recorder().mutex);
  return record_file(next(descriptor, length), 'T', descriptor, length);
}

int ftruncate64(int descriptor, off64_t length) noexcept {
  NEXT(ftruncate64);
  const Lock lock(recorder().mutex);
  return record_file(next(descriptor, length), 'T', descriptor, length);
}

int fsync(int descriptor) {
  NEXT(fsync);
  const Lock lock(recorder().mutex);
  return record_file(next(descriptor), 'S', descriptor);
}

int fdatasync(int descriptor) {
  NEXT(fdatasync);
  const Lock lock(recorder().mutex);
  return record_file(next(descriptor), 'S', descriptor);
}

int rename(const char* from, const char* to) noexcept {
  NEXT(rename);
  const Lock lock(recorder().mutex);
  return record_names(next(from, to), 'R', full_path(AT_FDCWD, from), full_path(AT_FDCWD, to));
}

int link(const char* from, const char* to) noexcept {
  NEXT(link);
  const Lock lock(recorder().mutex);
  return record_names(next(from, to), 'L', full_path(AT_FDCWD, from), full_path(AT_FDCWD, to));
}

int unlink(const char* path) noexcept {
  NEXT(unlink);
  const Lock lock(recorder().mutex);
  return record_names(next(path), 'U', full_path(AT_FDCWD, path));
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  NEXT(unlinkat);
  const Lock lock(recorder().mutex);
  const std::string full = full_path(folder, path);
  return record_names(next(folder, path, flags), 'U', full);
}

int remove(const char* path) noexcept {
  NEXT(remove);
  const Lock lock(recorder().mutex);
  return record_names(next(path), 'U', full_path(AT_FDCWD, path));
}

int rmdir(const char* path) noexcept {
  NEXT(rmdir);
  const Lock lock(recorder().mutex);
  return record_names(next(path), 'U', full_path(AT_FDCWD, path));
}

int mkdir(const char* path, mode_t mode) noexcept {
  NEXT(mkdir);
  const Lock lock(recorder().mutex);
  return record_names(next(path, mode), 'D', full_path(AT_FDCWD, path));
}

char* mkdtemp(char* path) noexcept {
  NEXT(mkdtemp);
  const Lock lock(recorder().mutex);
  char* const made = next(path);
  if (made != nullptr) record_names(0, 'D', full_path(AT_FDCWD, made));
  return made;
}

}  // extern "C"
