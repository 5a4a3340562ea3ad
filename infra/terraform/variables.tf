variable "name" {
  description = "What the names of all resources begin with."
  type        = string
  default     = "minsheng"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,14}$", var.name))
    error_message = "name has 1 to 15 small letters, digits and hyphens and begins with a letter: a function's name has 64 characters at most."
  }
}

# --- The functions --------------------------------------------------------------------------------

variable "package" {
  description = "The function.zip of a function; {function} stands for its id. An image of all functions is one file without {function}, such as ../../src/host/lambda/target/all/function.zip."
  type        = string
  default     = "../../src/host/lambda/target/{function}/function.zip"
}

variable "architecture" {
  description = "The processor that the executables were built for: arm64 or x86_64."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "architecture is arm64 or x86_64."
  }
}

variable "memory" {
  description = "Memory of each function, in MB. Lambda gives processor time in proportion to it."
  type        = number
  default     = 256

  validation {
    condition     = var.memory >= 128 && var.memory <= 10240
    error_message = "memory is between 128 and 10240 MB."
  }
}

variable "timeout" {
  description = "The longest that a function may run for one request, in seconds. The API waits for 30 at most."
  type        = number
  default     = 10

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 29
    error_message = "timeout is between 1 and 29 seconds."
  }
}

variable "reserved_concurrency" {
  description = "Instances that are reserved for a function and never exceeded, by its id. Functions that are not named share what the account has left."
  type        = map(number)
  default     = {}

  validation {
    condition     = length(setsubtract(keys(var.reserved_concurrency), keys(local.functions))) == 0
    error_message = "reserved_concurrency names no function: ${join(", ", setsubtract(keys(var.reserved_concurrency), keys(local.functions)))}."
  }
}

variable "operator_values" {
  description = "The operator's values (MINSHENG_PARAMETERS): the layer that brings the file, and the file's path, such as /opt/values.yaml."
  type = object({
    layer_arn = string
    path      = string
  })
  default = null
}

# --- Access ---------------------------------------------------------------------------------------

variable "jwt_issuer" {
  description = "The issuer of the agencies' tokens, an https address below which .well-known/openid-configuration is found. Without it there are no batch routes."
  type        = string
  default     = null
}

variable "jwt_audience" {
  description = "The audiences of which a token needs one."
  type        = list(string)
  default     = ["minsheng"]
}

variable "cors_origins" {
  description = "Origins whose pages may call the API from a browser."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.cors_origins : can(regex("^https://[^/*]+$", origin))])
    error_message = "cors_origins are https origins without a path and without a wildcard."
  }
}

variable "throttling" {
  description = "Requests a second, and how many at once beyond them, on each route: of all callers together."
  type = object({
    single = object({ rate = number, burst = number })
    screen = object({ rate = number, burst = number })
    batch  = object({ rate = number, burst = number })
  })
  default = {
    single = { rate = 100, burst = 200 }
    screen = { rate = 50, burst = 100 }
    batch  = { rate = 2, burst = 5 }
  }
}

# --- Operation ------------------------------------------------------------------------------------

variable "log_retention" {
  description = "How long logs are kept, in days."
  type        = number
  default     = 30

  validation {
    # 0 would be for ever.
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_retention)
    error_message = "log_retention is one of the terms that CloudWatch has, of a year at most: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365 days."
  }
}

variable "alarm_topic_arn" {
  description = "The SNS topic that alarms are sent to. Without it they are seen in CloudWatch only."
  type        = string
  default     = null
}

variable "alarm_latency" {
  description = "The 99th percentile of latency above which the alarm is raised, in milliseconds."
  type        = number
  default     = 2000
}
