// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/model_file.h"

#include <bit>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/archive/durable.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

static_assert(std::endian::native == std::endian::little, "models are mapped as they are");

struct Header {
  char word[8];
  ModelKind kind;
  std::uint32_t version;
  std::uint64_t bytes;
  std::uint64_t checksum;
  char unused[32];
};
static_assert(sizeof(Header) == 64);
constexpr char kWord[] = "newsidx\n";

Error bad_model(const std::filesystem::path& path, const std::string& what) {
  return {ExitCode::config, "model '" + path.string() + "' " + what +
                                "; install newsindex again, or name the folder of its models in "
                                "NEWSINDEX_MODELS"};
}

class File {
 public:
  explicit File(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (is_open()) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  bool is_open() const { return descriptor_ >= 0; }
  std::size_t bytes() const {
    struct stat state {};
    return ::fstat(descriptor_, &state) == 0 ? static_cast<std::size_t>(state.st_size) : 0;
  }
  const char* map(std::size_t bytes) const {
    void* mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, descriptor_, 0);
    return mapped == MAP_FAILED ? nullptr : static_cast<const char*>(mapped);
  }

 private:
  int descriptor_;
};

// What is wrong with a mapped file; empty if nothing is.
std::string fault(const char* mapped, std::size_t bytes, ModelKind kind) {
  Header header{};
  std::memcpy(&header, mapped, sizeof header);
  if (std::memcmp(header.word, kWord, sizeof header.word) != 0 || header.kind != kind)
    return "is no model of this kind";
  if (header.version != kModelVersion)
    return "has version " + std::to_string(header.version) + ", this newsindex reads version " +
           std::to_string(kModelVersion);
  if (header.bytes != bytes - sizeof header ||
      header.checksum != digest64({mapped + sizeof header, bytes - sizeof header}))
    return "is damaged";
  return "";
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path, ModelKind kind) {
  const File file(path);
  if (!file.is_open()) throw bad_model(path, "cannot be read");
  bytes_ = file.bytes();
  if (bytes_ < sizeof(Header)) throw bad_model(path, "is damaged");
  mapped_ = file.map(bytes_);
  if (mapped_ == nullptr) {
    if (errno == ENOMEM)
      throw Error(ExitCode::no_memory, "no memory to map '" + path.string() + "'");
    throw bad_model(path, "cannot be mapped into memory");
  }
  if (const std::string what = fault(mapped_, bytes_, kind); !what.empty()) {
    ::munmap(const_cast<char*>(mapped_), bytes_);
    throw bad_model(path, what);
  }
}

ModelFile::~ModelFile() { ::munmap(const_cast<char*>(mapped_), bytes_); }

std::string_view ModelFile::content() const {
  return {mapped_ + sizeof(Header), bytes_ - sizeof(Header)};
}

void write_model_file(const std::filesystem::path& path, ModelKind kind, std::string_view content) {
  Header header{{}, kind, kModelVersion, content.size(), digest64(content), {}};
  std::memcpy(header.word, kWord, sizeof header.word);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += content;
  replace_file(path, bytes);
}

}  // namespace newsindex
