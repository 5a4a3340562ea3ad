# What every function is given, and what it may do. Nothing of AWS is called.

mock_provider "aws" {
  source = "./tests/mocks"
}

# One log group that can be told from the others.
override_resource {
  target = aws_cloudwatch_log_group.function["senior-card"]
  values = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/minsheng-senior-card" }
}

variables {
  package = "tests/package"
}

run "every_policy_is_a_function" {
  assert {
    condition     = length(local.policies) > 0 && local.policies == toset([for file in fileset("../../functions", "*/policy.yaml") : dirname(file)])
    error_message = "The policies are the folders below functions."
  }

  assert {
    condition     = toset(keys(aws_lambda_function.function)) == setunion(local.policies, ["screen", "catalogue"])
    error_message = "A function for each policy, for screening and for the catalogue."
  }

  assert {
    condition     = alltrue([for id in local.policies : aws_lambda_function.function[id].environment[0].variables.MINSHENG_FUNCTIONS == id])
    error_message = "A function of a policy answers for this policy alone."
  }

  assert {
    condition     = toset(split(",", aws_lambda_function.function["catalogue"].environment[0].variables.MINSHENG_FUNCTIONS)) == local.policies
    error_message = "The catalogue answers for every policy, and not for screening."
  }

  assert {
    condition     = alltrue([for function in aws_lambda_function.function : length(function.function_name) <= 64])
    error_message = "AWS has names of 64 characters at most."
  }

  assert {
    condition = alltrue([for function in aws_lambda_function.function :
      function.runtime == "provided.al2023" && function.handler == "bootstrap" && function.memory_size == 256
      && function.timeout == 10 && function.reserved_concurrent_executions == -1
    ])
    error_message = "What a function is given unless something else is said."
  }
}

run "a_function_writes_its_own_log_and_does_nothing_else" {
  assert {
    condition = jsondecode(aws_iam_role_policy.function["senior-card"].policy).Statement == [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/minsheng-senior-card:*"
    }]
    error_message = "The streams of its own log group, and nothing else."
  }

  assert {
    condition = alltrue(flatten([for policy in aws_iam_role_policy.function : [
      for statement in jsondecode(policy.policy).Statement :
      !strcontains(trimsuffix(statement.Resource, ":*"), "*") && !strcontains(join(" ", statement.Action), "*")
    ]]))
    error_message = "No wildcard, save for the streams of a log group."
  }

  assert {
    condition     = alltrue([for id, policy in aws_iam_role_policy.function : policy.role == aws_iam_role.function[id].name])
    error_message = "A role of its own for each function."
  }

  assert {
    condition     = alltrue([for id, function in aws_lambda_function.function : function.logging_config[0].log_group == aws_cloudwatch_log_group.function[id].name])
    error_message = "A function logs where it may."
  }
}

run "settings_reach_every_function" {
  variables {
    package              = "tests/package"
    architecture         = "x86_64"
    memory               = 512
    timeout              = 5
    log_retention        = 7
    reserved_concurrency = { screen = 20 }
    operator_values = {
      layer_arn = "arn:aws:lambda:eu-west-1:123456789012:layer:values:1"
      path      = "/opt/values.yaml"
    }
  }

  assert {
    condition = alltrue([for function in aws_lambda_function.function :
      function.architectures == tolist(["x86_64"]) && function.memory_size == 512 && function.timeout == 5
      && function.layers == tolist(["arn:aws:lambda:eu-west-1:123456789012:layer:values:1"])
      && function.environment[0].variables.MINSHENG_PARAMETERS == "/opt/values.yaml"
    ])
    error_message = "Architecture, memory, timeout and the operator's values."
  }

  assert {
    condition     = aws_lambda_function.function["screen"].reserved_concurrent_executions == 20 && aws_lambda_function.function["catalogue"].reserved_concurrent_executions == -1
    error_message = "Concurrency is reserved for the function that is named."
  }

  assert {
    condition     = alltrue([for log in concat(values(aws_cloudwatch_log_group.function), [aws_cloudwatch_log_group.access]) : log.retention_in_days == 7])
    error_message = "No log is kept longer than it is said."
  }
}

run "an_image_for_each_function_is_found_by_its_id" {
  command = plan

  variables {
    package = "no-such-folder/{function}/function.zip"
  }

  expect_failures = [aws_lambda_function.function]
}

run "what_cannot_be_is_refused" {
  command = plan

  variables {
    name                 = "Minsheng of Harbin"
    architecture         = "arm"
    memory               = 64
    timeout              = 30
    log_retention        = 0
    reserved_concurrency = { senior-crad = 1 }
    cors_origins         = ["https://*.example.org"]
  }

  expect_failures = [
    var.name, var.architecture, var.memory, var.timeout, var.log_retention, var.reserved_concurrency, var.cors_origins
  ]
}
